package org.complaintdesk.deadline;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.complaintdesk.platform.DeskProperties;
import org.complaintdesk.platform.TableCases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The latest clocks and tasks as the tables of times would be asked today. */
@Component
class ClockCases implements TableCases {

    private static final String TASKS = """
            select p.business_key_ as number, t.task_def_key_ as clock, k.severity
              from act_hi_taskinst t
              join act_hi_procinst p on p.proc_inst_id_ = t.proc_inst_id_
              join lateral (select severity from case_clock where case_number = p.business_key_ limit 1) k on true
             order by t.start_time_ desc limit ?""";

    private final JdbcClient jdbc;
    private final DeskProperties desk;

    ClockCases(JdbcClient jdbc, DeskProperties desk) {
        this.jdbc = jdbc;
        this.desk = desk;
    }

    @Override
    public List<String> tables() {
        return List.of(ServiceLevels.TABLE, Deadlines.TABLE);
    }

    @Override
    public List<AskedCase> latest(String table, int atMost) {
        return table.equals(Deadlines.TABLE) ? tasks(atMost) : clocks(atMost);
    }

    private List<AskedCase> tasks(int atMost) {
        return jdbc.sql(TASKS).param(atMost).query((row, index) -> asked(row.getString("number"),
                Map.of("clock", row.getString("clock"), "severity", row.getString("severity")))).list();
    }

    private List<AskedCase> clocks(int atMost) {
        return jdbc.sql("select * from case_clock order by id desc limit ?").param(atMost).query((row, index) -> {
            Map<String, Object> inputs = new HashMap<>();
            inputs.put("clock", row.getString("name"));
            for (String fact : List.of("severity", "category", "channel", "shop")) {
                inputs.put(fact, row.getString(fact));
            }
            inputs.put("startedOn", row.getObject("started_at", OffsetDateTime.class).atZoneSameInstant(desk.zone()).toLocalDate().toString());
            return asked(row.getString("case_number"), inputs);
        }).list();
    }

    private static AskedCase asked(String number, Map<String, Object> inputs) {
        return new AskedCase(number, (number.startsWith("R") ? "/reviews/" : "/cases/") + number, inputs);
    }
}
