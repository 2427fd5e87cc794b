package org.complaintdesk.intake.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.complaintdesk.identity.ShopScope;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.intake.mail.Authentication;
import org.complaintdesk.intake.mail.Nature;
import org.complaintdesk.intake.mail.ParsedMail;
import org.complaintdesk.platform.CleanText;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails and the places where they were found. */
@Component
class MailStore {

    private static final String COLUMNS = """
            select id, size, whole, raw is not null as raw_kept, arrived_at, taken_at, state, reason, nature, spam,
                   authentication, message_id, sender, sender_name, subject, body, quoted, language, attachments, hints,
                   case_number, verified, customer_id, decided_by, decided_at, note, shop
              from inbound_mail""";

    private final JdbcClient jdbc;
    private final JdbcTemplate statements;
    private final Shops shops;

    MailStore(JdbcClient jdbc, JdbcTemplate statements, Shops shops) {
        this.jdbc = jdbc;
        this.shops = shops;
        this.statements = statements;
    }

    /**
     * A place that was looked at before.
     *
     * @param stays whether the mail is to stay in the mailbox
     * @param filed whether it was taken out already
     */
    record Known(long mail, boolean stays, boolean filed, long size) {
    }

    Optional<Known> known(Place place) {
        return jdbc.sql("""
                        select p.mail_id, m.whole, m.size, p.filed_at from mail_place p join inbound_mail m on m.id = p.mail_id
                         where p.mailbox = ? and p.uid_validity = ? and p.uid = ?""")
                .params(place.mailbox(), place.uidValidity(), place.uid())
                .query((row, index) -> new Known(row.getLong("mail_id"), !row.getBoolean("whole"), row.getObject("filed_at") != null,
                        row.getLong("size")))
                .optional();
    }

    /** @return the new mail's id; empty when it is recorded already, perhaps by another node at this moment */
    Optional<Long> add(SpooledMail mail, Instant now) {
        return statements.execute("""
                insert into inbound_mail (content_key, size, whole, raw, arrived_at, taken_at) values (?, ?, ?, ?, ?, ?)
                on conflict (content_key) do nothing returning id""", (PreparedStatementCallback<Optional<Long>>) insert -> add(insert, mail, now));
    }

    private static Optional<Long> add(PreparedStatement insert, SpooledMail mail, Instant now) throws SQLException {
        try (InputStream raw = mail.open()) {
            insert.setString(1, mail.contentKey());
            insert.setLong(2, mail.size());
            insert.setBoolean(3, mail.whole());
            insert.setBinaryStream(4, raw, (int) mail.kept());
            insert.setObject(5, timestamp(mail.arrivedAt()));
            insert.setObject(6, timestamp(now));
            try (ResultSet id = insert.executeQuery()) {
                return id.next() ? Optional.of(id.getLong(1)) : Optional.empty();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A mail on our disk cannot be read", e);
        }
    }

    void found(Place place, String contentKey) {
        jdbc.sql("""
                        insert into mail_place (mailbox, uid_validity, uid, mail_id)
                        select ?, ?, ?, id from inbound_mail where content_key = ?
                        on conflict (mailbox, uid_validity, uid) do update set mail_id = excluded.mail_id, filed_at = null
                         where mail_place.mail_id <> excluded.mail_id""")
                .params(place.mailbox(), place.uidValidity(), place.uid(), contentKey).update();
    }

    void filed(Place place, Instant now) {
        jdbc.sql("update mail_place set filed_at = ? where mailbox = ? and uid_validity = ? and uid = ?")
                .params(timestamp(now), place.mailbox(), place.uidValidity(), place.uid()).update();
    }

    /** @throws NoSuchElementException when there is none */
    InboundMail get(long id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("No mail " + id));
    }

    Optional<InboundMail> find(long id) {
        return jdbc.sql(COLUMNS + " where id = ?").param(id).query(MailStore::mail).optional();
    }

    /**
     * @param state null for any
     * @return those about the shops that whoever is signed in sees
     */
    List<InboundMail> latest(MailState state, int count, long offset) {
        return jdbc.sql(COLUMNS + " where (:state::text is null or state = :state) and " + ShopScope.condition("shop")
                        + " order by taken_at desc, id desc limit :count offset :offset")
                .param(ShopScope.HIDDEN, shops.seenNow().hiddenShops())
                .param("state", state == null ? null : state.name()).param("count", count).param("offset", offset)
                .query(MailStore::mail).list();
    }

    long count(MailState state) {
        return jdbc.sql("select count(*) from inbound_mail where state = :state and " + ShopScope.condition("shop"))
                .param("state", state.name()).param(ShopScope.HIDDEN, shops.seenNow().hiddenShops()).query(Long.class).single();
    }

    /** @return how many of this sender's mails were taken in since then; those that opened a case by themselves, or all */
    int since(String sender, Instant since, boolean opened) {
        return jdbc.sql("select count(*) from inbound_mail where sender = ? and taken_at >= ?"
                        + (opened ? " and state = 'OPENED' and decided_by is null" : ""))
                .params(sender, timestamp(since)).query(Integer.class).single();
    }

    /** @return mails taken in before then that are not decided */
    List<InboundMail> unfinished(Instant before) {
        return jdbc.sql(COLUMNS + " where state in ('NEW', 'ASKED') and taken_at < ? order by id limit 1000").param(timestamp(before))
                .query(MailStore::mail).list();
    }

    /** @return mails taken in since then that are said to be on a case, one for each case */
    List<InboundMail> withCase(Instant since) {
        return jdbc.sql(COLUMNS + " " + """
                        where id in (select max(id) from inbound_mail where state in ('OPENED', 'JOINED') and taken_at >= ?
                                       group by coalesce(case_number, id::text))""").param(timestamp(since)).query(MailStore::mail).list();
    }

    void read(long id, ParsedMail mail, String language) {
        jdbc.sql("""
                        update inbound_mail set nature = :nature, spam = :spam, authentication = :authentication,
                               message_id = :messageId, sender = :sender, sender_name = :senderName, subject = :subject,
                               body = :body, quoted = :quoted, language = :language, attachments = :attachments, hints = :hints
                         where id = :id""")
                .param("nature", mail.nature().name()).param("spam", mail.markedAsSpam())
                .param("authentication", mail.authentication().name()).param("messageId", cut(mail.messageId(), 500))
                .param("sender", cut(mail.from().address(), 320)).param("senderName", cut(mail.from().name(), 200))
                .param("subject", mail.subject()).param("body", mail.fresh()).param("quoted", mail.quoted()).param("language", language)
                .param("attachments", mail.attachments().stream().map(file -> CleanText.cut(clean(file.name()), 200)).toArray(String[]::new))
                .param("hints", mail.hints().toArray(String[]::new)).param("id", id).update();
    }

    /** @param caseNumber null for none; otherwise the mail is about its shop */
    void refersTo(long id, String caseNumber, boolean verified, Long customer) {
        jdbc.sql("""
                        update inbound_mail set case_number = ?, verified = ?, customer_id = ?,
                               shop = coalesce((select k.shop from case_shop k where k.number = ?), shop)
                         where id = ?""")
                .params(Arrays.asList(caseNumber, verified, customer, caseNumber, id)).update();
    }

    void isAbout(long id, String shop) {
        jdbc.sql("update inbound_mail set shop = ? where id = ?").params(shop, id).update();
    }

    void judged(long id, MailState state, Reason reason) {
        jdbc.sql("update inbound_mail set state = ?, reason = ? where id = ?").params(state.name(), reason.name(), id).update();
    }

    void became(long id, MailState state) {
        jdbc.sql("update inbound_mail set state = ? where id = ?").params(state.name(), id).update();
    }

    void decided(long id, Reason reason, String by, Instant now, String note) {
        jdbc.sql("update inbound_mail set reason = ?, decided_by = ?, decided_at = ?, note = coalesce(?, note) where id = ?")
                .params(Arrays.asList(reason.name(), by, timestamp(now), note, id)).update();
    }

    /** Adds a line to what people should know about it. */
    void note(long id, String line) {
        jdbc.sql("update inbound_mail set note = left(concat_ws(E'\\n', note, ?), 2000) where id = ?").params(line, id).update();
    }

    /** @return a piece of the raw mail; empty at its end, or when it is thrown away */
    byte[] piece(long id, long from, int length) {
        return jdbc.sql("select substring(raw from ? for ?) from inbound_mail where id = ?")
                .params((int) from + 1, length, id).query(byte[].class).optional().orElse(new byte[0]);
    }

    /** Throws raw mails away that are decided and older, and the text of those that belong to no case. */
    int forget(Instant before) {
        return jdbc.sql("""
                        update inbound_mail set raw = null,
                               body = case when case_number is null then '' else body end, quoted = ''
                         where id in (select id from inbound_mail where raw is not null and taken_at < ?
                                         and state not in ('NEW', 'ASKED') limit 500)""")
                .param(timestamp(before)).update();
    }

    private static InboundMail mail(ResultSet row, int index) throws SQLException {
        return new InboundMail(row.getLong("id"), row.getLong("size"), row.getBoolean("whole"), row.getBoolean("raw_kept"),
                moment(row, "arrived_at"), moment(row, "taken_at"), MailState.valueOf(row.getString("state")),
                word(Reason.class, row.getString("reason")), word(Nature.class, row.getString("nature")), row.getBoolean("spam"),
                word(Authentication.class, row.getString("authentication")), row.getString("message_id"), row.getString("sender"),
                row.getString("sender_name"), row.getString("subject"), row.getString("body"), row.getString("quoted"),
                row.getString("language"), list(row.getArray("attachments")), list(row.getArray("hints")),
                row.getString("case_number"), row.getBoolean("verified"), row.getObject("customer_id", Long.class),
                row.getString("decided_by"), moment(row, "decided_at"), row.getString("note"),
                row.getString("shop"));
    }

    private static <E extends Enum<E>> E word(Class<E> words, String name) {
        return name == null ? null : Enum.valueOf(words, name);
    }

    private static List<String> list(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    static OffsetDateTime timestamp(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private static String cut(String text, int length) {
        return text == null ? null : CleanText.cut(text, length);
    }

    private static String clean(String name) {
        String clean = CleanText.of(name);
        return clean == null ? "?" : clean;
    }
}
