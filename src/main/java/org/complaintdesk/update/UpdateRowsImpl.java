package org.complaintdesk.update;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.complaintdesk.platform.NamedColumns;
import org.springframework.dao.IncorrectUpdateSemanticsDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Each message a case says is a row. A mapping that finds out anew each time which column is which took 5 % of the desk's CPU
 * for these alone; so the columns are named here, once, as those of a complaint are.
 */
@Component
class UpdateRowsImpl implements UpdateRows {

    /** All but the one that the database gives. */
    static final Map<String, Function<CustomerUpdate, Object>> COLUMNS = columns();

    private static final NamedColumns<CustomerUpdate> ROW = new NamedColumns<>(COLUMNS);
    private static final String INSERT = "insert into customer_update (%s) values (%s) returning id"
            .formatted(ROW.names(), ROW.places());
    private static final String UPDATE = "update customer_update set %s where id = ?".formatted(ROW.assignments());

    private final JdbcClient jdbc;

    UpdateRowsImpl(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public CustomerUpdate save(CustomerUpdate update) {
        List<Object> values = ROW.of(update);
        if (!update.isStored()) {
            update.id = jdbc.sql(INSERT).params(values).query(Long.class).single();
        } else if (jdbc.sql(UPDATE).params(values).param(update.id).update() == 0) {
            throw new IncorrectUpdateSemanticsDataAccessException("There is no update " + update.key() + " any more");
        }
        return update;
    }

    private static Map<String, Function<CustomerUpdate, Object>> columns() {
        Map<String, Function<CustomerUpdate, Object>> columns = new LinkedHashMap<>();
        columns.put("update_key", update -> update.updateKey);
        columns.put("case_number", update -> update.caseNumber);
        columns.put("kind", update -> update.kind);
        columns.put("audience", update -> update.audience);
        columns.put("shop", update -> update.shop);
        columns.put("channel", update -> update.channel);
        columns.put("customer_id", update -> update.customerId);
        columns.put("unasked", update -> update.unasked);
        columns.put("confirmed", update -> update.confirmed);
        columns.put("language", update -> update.language);
        columns.put("recipient", update -> update.recipient);
        columns.put("subject", update -> update.subject);
        columns.put("body", update -> update.body);
        columns.put("message_id", update -> update.messageId);
        columns.put("route", update -> update.route);
        columns.put("state", update -> update.state);
        columns.put("wait_until", update -> update.waitUntil);
        columns.put("wait_reason", update -> update.waitReason);
        columns.put("rejection", update -> update.rejection);
        columns.put("bounced_at", update -> update.bouncedAt);
        columns.put("delay", update -> update.delay);
        columns.put("resend_of", update -> update.resendOf);
        columns.put("resent_by", update -> update.resentBy);
        columns.put("colleague", update -> update.colleague);
        columns.put("said_with", update -> update.saidWith);
        columns.put("created_at", update -> update.createdAt);
        columns.put("sent_at", update -> update.sentAt);
        columns.put("told_at", update -> update.toldAt);
        columns.put("told_via", update -> update.toldVia);
        columns.put("told_by", update -> update.toldBy);
        columns.put("told_note", update -> update.toldNote);
        return columns;
    }
}
