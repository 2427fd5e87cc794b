package org.complaintdesk.intake.mailbox;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.intake.mail.Nature;
import org.complaintdesk.intake.mail.ReturnedMail;
import org.complaintdesk.platform.DecisionTables;
import org.complaintdesk.words.WordLists;
import org.springframework.stereotype.Component;

/** Asks the table mail-screening what becomes of a mail. */
@Component
class SortMail implements JavaDelegate {

    private static final String COMPLAINT = "mail-complaint";
    private static final String OUT_OF_OFFICE = "mail-out-of-office";

    /** Then the subject is somebody else's, most likely ours: it says nothing about what is written now. */
    private static final Pattern REPLY = Pattern.compile("(?i)^\\s*(re|aw|sv|回复|答复|回覆)\\s*[:：].*");

    private final MailStore store;
    private final RawMails raws;
    private final OwnAddresses own;
    private final Customers customers;
    private final Complaints complaints;
    private final WordLists words;
    private final DecisionTables tables;
    private final Clock clock;

    SortMail(MailStore store, RawMails raws, OwnAddresses own, Customers customers, Complaints complaints, WordLists words,
             DecisionTables tables, Clock clock) {
        this.store = store;
        this.raws = raws;
        this.own = own;
        this.customers = customers;
        this.complaints = complaints;
        this.words = words;
        this.tables = tables;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        InboundMail mail = store.get(MailVariables.read(execution).id());
        Map<String, Object> rule = tables.evaluate("mail-screening", inputs(mail, MailVariables.answersNotice(execution))).get(0);
        Route route = Route.valueOf((String) rule.get("route"));
        store.judged(mail.id(), route == Route.ASK ? MailState.ASKED : MailState.NEW, Reason.valueOf((String) rule.get("reason")));
        MailVariables.goOn(execution, route);
    }

    private Map<String, Object> inputs(InboundMail mail, boolean answersNotice) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("kind", kind(mail, answersNotice));
        inputs.put("reference", reference(mail.caseNumber()));
        inputs.put("sender", isKnown(mail) ? "KNOWN" : "STRANGER");
        inputs.put("content", content(mail));
        inputs.put("spam", mail.spam());
        inputs.put("authentication", mail.authentication().name());
        inputs.put("daysOld", Duration.between(mail.arrivedAt(), mail.takenAt()).toDays());
        inputs.put("mailsInHour", inLastHour(mail, false));
        inputs.put("opensInHour", inLastHour(mail, true));
        return inputs;
    }

    private String kind(InboundMail mail, boolean answersNotice) {
        if (own.include(mail.sender())) {
            return "OWN";
        }
        if (!mail.whole()) {
            return "TOO_LARGE";
        }
        return answersNotice && mail.nature() == Nature.PERSONAL ? "NOTICE" : mail.nature().name();
    }

    private String reference(String number) {
        if (number == null) {
            return "NONE";
        }
        if (!ComplaintNumber.isNumber(number)) {
            return "REVIEW";
        }
        return complaints.find(number).filter(Complaint::isClosed).isPresent() ? "CLOSED" : "CASE";
    }

    /** Of a mail that came back it is the address it was sent to that counts: anybody can write such a notice. */
    private boolean isKnown(InboundMail mail) {
        if (mail.nature() != Nature.RETURNED) {
            return mail.customerId() != null;
        }
        try (RawMails.Opened raw = raws.open(mail.id())) {
            List<String> recipients = raw.mail().returned().map(ReturnedMail::recipients).orElse(List.of());
            return recipients.stream().anyMatch(recipient -> !customers.byAddress(recipient).isEmpty());
        }
    }

    private String content(InboundMail mail) {
        Set<String> hits = words.hits((REPLY.matcher(mail.subject()).matches() ? "" : mail.subject() + "\n") + mail.body(), List.of(COMPLAINT, OUT_OF_OFFICE));
        if (hits.contains(OUT_OF_OFFICE)) {
            return hits.contains(COMPLAINT) ? "BOTH" : "OUT_OF_OFFICE";
        }
        if (hits.contains(COMPLAINT)) {
            return "COMPLAINT";
        }
        return mail.subject().isBlank() && mail.body().isBlank() && mail.attachments().isEmpty() ? "EMPTY" : "OTHER";
    }

    private int inLastHour(InboundMail mail, boolean opened) {
        return mail.sender() == null ? 0 : store.since(mail.sender(), clock.instant().minus(Duration.ofHours(1)), opened);
    }
}
