package org.complaintdesk.intake.mailbox;

import java.util.List;
import java.util.Objects;
import org.complaintdesk.casework.CaseTraces;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.customer.CustomerErased;
import org.complaintdesk.customer.CustomerMerged;
import org.complaintdesk.intake.mail.ParsedMail;
import org.complaintdesk.intake.mail.ReturnedMail;
import org.complaintdesk.update.CaseReferences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails follow their customer: into another file, or into oblivion. */
@Component
class PersonalMail {

    private static final Logger LOG = LoggerFactory.getLogger(PersonalMail.class);

    private final JdbcClient jdbc;
    private final RawMails raws;
    private final CaseReferences references;
    private final CaseTraces traces;

    PersonalMail(JdbcClient jdbc, RawMails raws, CaseReferences references, CaseTraces traces) {
        this.jdbc = jdbc;
        this.raws = raws;
        this.references = references;
        this.traces = traces;
    }

    @EventListener
    void merged(CustomerMerged merged) {
        jdbc.sql("update inbound_mail set customer_id = ? where customer_id = ?").params(merged.into(), merged.from()).update();
    }

    /**
     * Of an erased person's mails stays that there were some, and what became of them. One that nobody has decided about is
     * only kept, without a reason: there is nothing left to decide about.
     */
    @EventListener
    void erased(CustomerErased erased) {
        List<String> addresses = erased.contacts().stream().map(Contact::email).filter(Objects::nonNull).distinct().toList();
        String[] patterns = addresses.stream().map(PersonalMail::asWhole).toArray(String[]::new);
        Long[] mails = mails(erased, addresses, patterns);
        jdbc.sql("""
                        update inbound_mail
                           set state = case when state in ('NEW', 'ASKED') then 'KEPT' else state end,
                               reason = case when state in ('NEW', 'ASKED') then null else reason end,
                               raw = null, sender = null, sender_name = null, subject = '', body = '', quoted = '', message_id = null,
                               attachments = '{}', note = null, customer_id = null
                         where id = any (?)""")
                .param(mails).update();
        jdbc.sql("update mailbox_finding set about = '' where mail_id = any (:mails) or lower(about) ~ any (:patterns)")
                .param("mails", mails).param("patterns", patterns).update();
        traces.eraseFlows(List.of(mails).stream().map(mail -> new MailVariables(mail).businessKey()).toList());
    }

    /** Whoever decides about one of them at this moment, a person or a job, has done so or finds it gone. */
    private Long[] mails(CustomerErased erased, List<String> addresses, String[] patterns) {
        return jdbc.sql("""
                        select id from inbound_mail
                         where customer_id = any (:customers) or case_number = any (:cases) or sender = any (:addresses) or id = any (:unread)
                            or nature = 'RETURNED' and case_number is null
                               and (lower(body || E'\\n' || quoted) ~ any (:patterns)
                                 or lower(encode(substring(raw for 100000), 'escape')) ~ any (:patterns))
                         order by id for update""")
                .param("customers", erased.all().toArray(Long[]::new)).param("cases", erased.cases().toArray(String[]::new))
                .param("addresses", addresses.toArray(String[]::new)).param("unread", unread(erased.cases(), addresses))
                .param("patterns", patterns).query(Long.class).list().toArray(Long[]::new);
    }

    /** What was stored and nothing more yet says only in its raw form whose it is. */
    private Long[] unread(List<String> cases, List<String> addresses) {
        return jdbc.sql("select id from inbound_mail where state = 'NEW' and nature is null and raw is not null order by id")
                .query(Long.class).list().stream().filter(id -> isTheirs(id, cases, addresses)).toArray(Long[]::new);
    }

    private boolean isTheirs(long id, List<String> cases, List<String> addresses) {
        try (RawMails.Opened raw = raws.open(id)) {
            ParsedMail mail = raw.mail();
            return addresses.contains(mail.from().address())
                    || mail.returned().map(ReturnedMail::recipients).orElse(List.of()).stream().anyMatch(addresses::contains)
                    || references.caseNumberOf(mail.mentions(), mail.recipients()).filter(cases::contains).isPresent();
        } catch (RuntimeException e) {
            LOG.warn("Mail {} cannot be read, so whether it is an erased person's is not known", id, e);
            return false;
        }
    }

    /** A notice of a mail that came back names an address somewhere in its text; another one may end or begin like it. */
    private static String asWhole(String address) {
        return "(^|[^a-z0-9._%+-])" + address.replaceAll("\\p{Punct}", "\\\\$0") + "(?![a-z0-9-]|[.][a-z0-9])";
    }
}
