package org.complaintdesk.intake.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.customer.Customer;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.platform.Markdown;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** What an agent sees of a mail when deciding about it. */
@Component
class MailFacts {

    private static final int TEXT_LENGTH = 500;
    private static final int CASES_SHOWN = 5;

    private final MailStore store;
    private final RawMails raws;
    private final MailShop mailShop;
    private final Shops shops;
    private final Complaints complaints;
    private final Customers customers;
    private final Wording wording;

    MailFacts(MailStore store, RawMails raws, MailShop mailShop, Shops shops, Complaints complaints, Customers customers,
              Wording wording) {
        this.store = store;
        this.raws = raws;
        this.mailShop = mailShop;
        this.shops = shops;
        this.complaints = complaints;
        this.customers = customers;
        this.wording = wording;
    }

    /** @return in Markdown, short enough for a variable of the engine */
    String markdown(InboundMail mail) {
        List<String> lines = new ArrayList<>();
        lines.add("**" + safe(mail.subject().isBlank() ? wording.text("mailbox.no-subject") : mail.subject(), 80) + "**");
        String address = mail.sender() == null ? "" : " " + safe(mail.sender(), 80);
        lines.add(wording.text("mailbox.facts.from", safe(mail.senderName() == null ? "" : mail.senderName(), 40) + address,
                wording.moment(mail.arrivedAt())));
        lines.add(wording.text("mailbox.facts.why", wording.of(mail.reason())));
        if (!mail.attachments().isEmpty()) {
            lines.add(wording.text("mailbox.facts.files", mail.attachments().size()));
        }
        List<Complaint> known = known(mail);
        if (!known.isEmpty()) {
            lines.add(wording.text("mailbox.facts.cases", known.stream().limit(CASES_SHOWN).map(this::link).collect(Collectors.joining(" · "))));
        }
        lines.add("<a href=\"/mailbox/" + mail.id() + "\" target=\"_blank\">" + wording.text("mailbox.facts.open") + "</a>");
        String text = mail.body().isBlank() ? wording.text("mailbox.no-text") : mail.body();
        return String.join("\n", lines) + "\n\n> " + safe(text, TEXT_LENGTH);
    }

    /** @return what a notice to colleagues says of it: nothing of its sender, whose data may be erased while notices stay */
    Map<String, String> forColleagues(long id) {
        InboundMail mail = store.get(id);
        return Map.of("received", wording.moment(mail.arrivedAt()), "reason", wording.of(mail.reason()));
    }

    /** @return null when none comes to mind */
    String likelyCase(InboundMail mail) {
        if (mail.caseNumber() != null) {
            return mail.caseNumber();
        }
        List<Complaint> open = known(mail).stream().filter(complaint -> !complaint.isClosed()).toList();
        return open.size() == 1 ? open.get(0).number().value() : null;
    }

    String likelyShop(InboundMail mail) {
        try (RawMails.Opened raw = raws.open(mail.id())) {
            return mailShop.of(mail, raw.mail().recipients());
        }
    }

    private List<Complaint> known(InboundMail mail) {
        List<Complaint> found = new ArrayList<>();
        if (ComplaintNumber.isNumber(String.valueOf(mail.caseNumber()))) {
            complaints.find(mail.caseNumber()).ifPresent(found::add);
        }
        if (mail.sender() != null) {
            customers.byAddress(mail.sender()).stream().map(Customer::id).flatMap(id -> complaints.related(null, id).stream())
                    .filter(complaint -> found.stream().noneMatch(known -> known.number().equals(complaint.number()))).forEach(found::add);
        }
        found.removeIf(complaint -> !shops.isSeenWith(mail.shop(), complaint.shop()));
        return found;
    }

    private String link(Complaint complaint) {
        String number = complaint.number().value();
        return "<a href=\"/cases/%s\" target=\"_blank\">%s</a> %s".formatted(number, number, wording.of(complaint.stage()));
    }

    private static String safe(String text, int length) {
        return Markdown.literal(text, length);
    }
}
