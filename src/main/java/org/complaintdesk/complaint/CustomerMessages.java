package org.complaintdesk.complaint;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was written between customers and the desk. */
@Component
@Transactional
public class CustomerMessages {

    private static final String COLUMNS = """
            select m.* from customer_message m join complaint c on c.id = m.complaint_id where c.number = :number""";

    private final JdbcClient jdbc;
    private final Clock clock;

    CustomerMessages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return all messages of a case, oldest first */
    @Transactional(readOnly = true)
    public List<KeptMessage> of(ComplaintNumber number) {
        return jdbc.sql(COLUMNS + " order by m.id").param("number", number.value()).query(CustomerMessages::message).list();
    }

    /** @return what came from the customer, or claims to, and nobody has read; oldest first */
    @Transactional(readOnly = true)
    public List<KeptMessage> unread(ComplaintNumber number) {
        return jdbc.sql(COLUMNS + " and m.read_at is null order by m.id").param("number", number.value())
                .query(CustomerMessages::message).list();
    }

    /** @return when the oldest of {@link #unread} came; empty when there is none */
    @Transactional(readOnly = true)
    public Optional<Instant> unansweredSince(ComplaintNumber number) {
        return jdbc.sql("""
                        select m.at from customer_message m join complaint c on c.id = m.complaint_id
                         where c.number = :number and m.read_at is null order by m.id limit 1""")
                .param("number", number.value()).query((row, index) -> moment(row, "at")).optional();
    }

    /** Whether something that is certainly the customer's waits to be read: then it is our turn, whatever we asked them. */
    @Transactional(readOnly = true)
    public boolean isCustomerUnanswered(ComplaintNumber number) {
        return jdbc.sql("""
                        select count(*) from customer_message m join complaint c on c.id = m.complaint_id
                         where c.number = :number and m.read_at is null and m.verified""")
                .param("number", number.value()).query(Integer.class).single() > 0;
    }

    /** Whether the customer, certainly, has written since then, in whatever words: who writes is not silent. */
    @Transactional(readOnly = true)
    public boolean wroteSince(ComplaintNumber number, Instant moment) {
        return of(number).stream().anyMatch(message -> !message.isOurs() && message.verified() && !message.at().isBefore(moment));
    }

    /**
     * Someone read the messages they were shown.
     *
     * @param upTo the id of the latest of them: what came in since stays unread
     * @return how many are still unread
     */
    public int read(ComplaintNumber number, long upTo, String person) {
        jdbc.sql("""
                        update customer_message set read_at = :now, read_by = :person
                         where read_at is null and id <= :upTo
                           and complaint_id = (select id from complaint where number = :number)""")
                .param("now", timestamp(clock.instant())).param("person", person).param("upTo", upTo)
                .param("number", number.value()).update();
        return unread(number).size();
    }

    /** The desk's answer, as the customer sees it beside what they wrote. */
    public void answered(ComplaintNumber number, String text, String person) {
        Instant now = clock.instant();
        insert(number, "desk-" + UUID.randomUUID(), MessageSource.DESK, null, true, text, List.of(), now, person);
    }

    /**
     * @param read whether nobody has to read it: it was said in an answer that somebody reads anyway
     * @return false when it is kept already under its key
     */
    boolean keep(ComplaintNumber number, CustomerMessage message, String text, boolean read) {
        return insert(number, message.key(), message.source(), message.from(), message.verified(), text, message.files(),
                read ? clock.instant() : null, null);
    }

    boolean isKept(ComplaintNumber number, String key) {
        return jdbc.sql(COLUMNS + " and m.message_key = :key").param("number", number.value()).param("key", key)
                .query(CustomerMessages::message).optional().isPresent();
    }

    private boolean insert(ComplaintNumber number, String key, MessageSource source, String sender, boolean verified,
                           String text, List<UUID> files, Instant readAt, String readBy) {
        return jdbc.sql("""
                        insert into customer_message (complaint_id, message_key, source, sender, verified, text, files, at,
                                                      read_at, read_by)
                        select id, :key, :source, :sender, :verified, :text, :files, :at, :readAt, :readBy
                          from complaint where number = :number
                            on conflict on constraint customer_message_once do nothing""")
                .param("number", number.value()).param("key", key).param("source", source.name()).param("sender", sender)
                .param("verified", verified).param("text", text).param("files", files.toArray(UUID[]::new))
                .param("at", timestamp(clock.instant())).param("readAt", readAt == null ? null : timestamp(readAt))
                .param("readBy", readBy).update() == 1;
    }

    private static OffsetDateTime timestamp(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private static KeptMessage message(ResultSet row, int index) throws SQLException {
        Array files = row.getArray("files");
        return new KeptMessage(row.getLong("id"), moment(row, "at"), MessageSource.valueOf(row.getString("source")),
                row.getString("sender"), row.getBoolean("verified"), row.getString("text"), List.of((UUID[]) files.getArray()),
                moment(row, "read_at"), row.getString("read_by"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant).orElse(null);
    }
}
