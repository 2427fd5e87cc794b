package org.complaintdesk.intake.mailbox;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RuntimeService;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.identity.ShopScope;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.intake.mailbox.Finding.What;
import org.complaintdesk.platform.AsSystem;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.review.Reviews;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Compares what lies in the mailbox, what is recorded, and the cases it became. */
@Component
class Comparison {

    private static final Logger LOG = LoggerFactory.getLogger(Comparison.class);
    /** Mail that has just arrived need not be recorded yet, nor be decided. */
    private static final Duration JUST_NOW = Duration.ofMinutes(15);
    private static final Duration LOOKED_BACK = Duration.ofDays(31);
    private static final int ABOUT_LENGTH = 300;

    private final MailStore store;
    private final JdbcClient jdbc;
    private final Complaints complaints;
    private final Reviews reviews;
    private final Shops shops;
    private final RuntimeService runtime;
    private final AsSystem asSystem;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Comparison(MailStore store, JdbcClient jdbc, Complaints complaints, Reviews reviews, Shops shops, RuntimeService runtime,
               AsSystem asSystem, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.jdbc = jdbc;
        this.complaints = complaints;
        this.reviews = reviews;
        this.shops = shops;
        this.runtime = runtime;
        this.asSystem = asSystem;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Replaces what the comparison before found. */
    List<Finding> compare(MailboxProperties settings, Inbox inbox) throws MessagingException {
        Instant now = clock.instant();
        List<Letter> letters = inbox.letters();
        List<Finding> findings = new ArrayList<>();
        for (Letter letter : letters) {
            inMailbox(letter, now, findings);
        }
        unfinished(now, findings);
        caseless(now, findings);
        transaction.executeWithoutResult(status -> keep(settings.name(), findings, letters.size(), now));
        long wrong = findings.stream().filter(Finding::isWrong).count();
        if (wrong > 0) {
            LOG.warn("Mailbox, records and cases differ in {} places; see /mailbox", wrong);
        }
        return findings;
    }

    List<Finding> latest(String mailbox) {
        return jdbc.sql("""
                        select f.* from mailbox_finding f left join inbound_mail m on m.id = f.mail_id
                         where f.mailbox = :mailbox and %s order by f.what = 'TOO_LARGE', f.since"""
                        .formatted(ShopScope.condition("m.shop")))
                .param("mailbox", mailbox).param(ShopScope.HIDDEN, shops.seenNow().hiddenShops())
                .query((row, index) -> new Finding(What.valueOf(row.getString("what")), row.getObject("mail_id", Long.class),
                        row.getObject("uid", Long.class), row.getString("about"), row.getObject("since", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Throws away what has been kept long enough. */
    void forgetOldMail(MailboxProperties settings) {
        Instant before = clock.instant().minus(settings.keepRaw());
        while (store.forget(before) > 0) {
            LOG.info("Raw mails from before {} were thrown away", before);
        }
    }

    private void inMailbox(Letter letter, Instant now, List<Finding> findings) throws MessagingException {
        MailStore.Known known = store.known(letter.place()).orElse(null);
        Instant arrived = letter.arrivedAt(now);
        if (known == null && arrived.isBefore(now.minus(JUST_NOW))) {
            findings.add(finding(What.UNRECORDED, null, letter, arrived));
        } else if (known != null && known.stays()) {
            findings.add(finding(What.TOO_LARGE, known.mail(), letter, arrived));
        } else if (known != null && arrived.isBefore(now.minus(JUST_NOW))) {
            findings.add(finding(What.LEFT_BEHIND, known.mail(), letter, arrived));
        }
    }

    private static Finding finding(What what, Long mail, Letter letter, Instant since) throws MessagingException {
        return new Finding(what, mail, letter.place().uid(), about(letter.about()), since);
    }

    private void unfinished(Instant now, List<Finding> findings) {
        store.unfinished(now.minus(JUST_NOW)).stream()
                .filter(mail -> mail.state() == MailState.NEW || !isUnderWay(mail))
                .forEach(mail -> findings.add(new Finding(What.STUCK, mail.id(), null, about(mail.who() + ": " + mail.subject()), mail.takenAt())));
    }

    private boolean isUnderWay(InboundMail mail) {
        return asSystem.call(() -> runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(new MailVariables(mail.id()).businessKey(), MailVariables.PROCESS).count()) > 0;
    }

    private void caseless(Instant now, List<Finding> findings) {
        store.withCase(now.minus(LOOKED_BACK)).stream()
                .filter(mail -> mail.caseNumber() == null
                        || complaints.find(mail.caseNumber()).isEmpty() && reviews.find(mail.caseNumber()).isEmpty())
                .forEach(mail -> findings.add(new Finding(What.CASELESS, mail.id(), null,
                        about(mail.caseNumber() + " · " + mail.who() + ": " + mail.subject()), mail.takenAt())));
    }

    private void keep(String mailbox, List<Finding> findings, int inMailbox, Instant now) {
        jdbc.sql("delete from mailbox_finding where mailbox = ?").param(mailbox).update();
        findings.forEach(finding -> jdbc.sql("insert into mailbox_finding (mailbox, what, mail_id, uid, about, since) values (:mailbox, :what, :mail, :uid, :about, :since)")
                .param("mailbox", mailbox).param("what", finding.what().name()).param("mail", finding.mailId())
                .param("uid", finding.uid()).param("about", finding.about()).param("since", MailStore.timestamp(finding.since())).update());
        jdbc.sql("""
                        insert into mailbox_reader (mailbox, node, reads_until, compared_at, in_mailbox) values (:mailbox, '', now(), :at, :count)
                        on conflict (mailbox) do update set compared_at = excluded.compared_at, in_mailbox = excluded.in_mailbox""")
                .param("mailbox", mailbox).param("at", MailStore.timestamp(now)).param("count", inMailbox).update();
    }

    private static String about(String text) {
        String clean = CleanText.of(text);
        return clean == null ? "?" : CleanText.cut(clean.replaceAll("\\s+", " "), ABOUT_LENGTH);
    }
}
