package org.complaintdesk.complaint;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.complaintdesk.casework.CaseTimeline;
import org.complaintdesk.casework.CaseTimelines;
import org.complaintdesk.platform.TableCases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The latest complaints as the tables about them would be asked today. */
@Component
class ComplaintCases implements TableCases {

    /** By table: which complaints can be asked about. */
    private static final Map<String, String> ASKED = Map.of("complaint-category", "true", "complaint-severity", "c.category is not null",
            "remedy", "c.category is not null", "authority", "c.remedy is not null", "execution", "c.remedy is not null",
            "customer-silence", "c.remedy is not null");

    private final JdbcClient jdbc;
    private final CaseTimeline<Happening, CaseEvent> timeline;

    ComplaintCases(JdbcClient jdbc, CaseTimelines timelines) {
        this.jdbc = jdbc;
        this.timeline = timelines.of("complaint", Happening.class, CaseEvent::new);
    }

    @Override
    public List<String> tables() {
        return List.copyOf(ASKED.keySet());
    }

    @Override
    public List<AskedCase> latest(String table, int atMost) {
        return jdbc.sql("select c.*, p.email from complaint c join customer p on p.id = c.customer_id where c.erased_at is null and "
                        + ASKED.get(table) + " order by c.received_at desc limit ?")
                .param(atMost).query(this::asked).list();
    }

    /** Every input of every table: a table asks for those it names. */
    private AskedCase asked(ResultSet row, int index) throws SQLException {
        Map<String, Object> inputs = new HashMap<>();
        String severity = row.getString("severity");
        inputs.put("text", row.getString("description"));
        inputs.put("channel", row.getString("channel"));
        inputs.put("orderAmount", row.getBigDecimal("order_amount"));
        inputs.put("category", row.getString("category"));
        inputs.put("severity", severity == null ? "P3" : severity);
        inputs.put("remedy", row.getString("remedy"));
        inputs.put("amount", amount(row));
        inputs.put("done", row.getString("execution_step"));
        inputs.put("waitingFor", WaitingFor.PROPOSAL.name());
        inputs.put("reachable", row.getBoolean("contact_confirmed") && row.getString("email") != null);
        String number = row.getString("number");
        return new AskedCase(number, "/cases/" + number, inputs);
    }

    /** What the case costs all in all, as its flow asks. */
    private BigDecimal amount(ResultSet row) throws SQLException {
        BigDecimal amount = row.getBigDecimal("amount");
        if (amount == null || amount.signum() == 0) {
            return BigDecimal.ZERO;
        }
        return row.getInt("reopened") == 0 ? amount : amount.add(Payments.beforeReopening(timeline.of(row.getLong("id"))).yuan());
    }
}
