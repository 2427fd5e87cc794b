package org.complaintdesk.uptime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Multiplies open cases in the database, each with a customer, a flow and clocks of its own: seconds, where taking so many in
 * takes an hour. What nothing of a storm reads is left out: messages sent before, links, ledgers.
 */
final class StormCopies {

    /** Columns of the engine that hold an id of something that is copied too. */
    private static final Set<String> IDS = Set.of("id_", "execution_id_", "proc_inst_id_", "process_instance_id_",
            "root_proc_inst_id_", "parent_id_", "super_exec_", "task_id_", "var_scope_", "act_inst_id_", "parent_act_inst_id_",
            "bytearray_id_");
    private static final String NUMBER = "'C-' || (20270000 + k) || '-' || right(%s, 6)";
    private static final Set<String> NUMBERS = Set.of("number", "case_number", "business_key_");
    private static final String FLOWS = "(select proc_inst_id_ from act_ru_execution"
            + " where business_key_ in (select number from complaint) and parent_id_ is null)";
    /** Which rows of which tables, in an order that keeps what refers to others valid. */
    private static final Map<String, String> TABLES = tables();

    private StormCopies() {
    }

    /** @param times how often each case is there afterwards */
    static void multiply(JdbcClient database, int times) {
        database.sql("create temporary table copies as select generate_series(1, ?) as k").param(times - 1).update();
        // The engine's executions refer to each other; so do customers.
        database.sql("set session_replication_role = replica").update();
        TABLES.forEach((table, rows) -> copy(database, table, rows));
        database.sql("set session_replication_role = default").update();
    }

    private static void copy(JdbcClient database, String table, String rows) {
        List<String> columns = database.sql("""
                        select column_name from information_schema.columns where table_name = ? and table_schema = 'public'""")
                .param(table).query(String.class).list().stream()
                .filter(column -> !(table.equals("complaint_event") && column.equals("id"))).toList();
        String values = columns.stream().map(column -> value(table, column)).collect(Collectors.joining(", "));
        database.sql("""
                        insert into %s (%s) overriding system value
                        select %s from (select * from %s original where %s) o, copies""".formatted(
                table, String.join(", ", columns), values, table, rows)).update();
    }

    private static String value(String table, String column) {
        if (NUMBERS.contains(column)) {
            return NUMBER.formatted(column);
        }
        if (column.equals("text_") && Set.of("act_ru_variable", "act_hi_varinst").contains(table)) {
            return "case when name_ = 'number' then %s else text_ end".formatted(NUMBER.formatted(column));
        }
        if (IDS.contains(column)) {
            return column + " || '-' || k";
        }
        return switch (column) {
            case "id", "customer_id", "complaint_id" -> column + " + k * 1000000";
            case "email" -> "k || '.' || email";
            case "external_id", "platform_id" -> column + " || '-' || k";
            default -> column;
        };
    }

    private static Map<String, String> tables() {
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("customer", "true");
        tables.put("complaint", "true");
        tables.put("complaint_event", "true");
        tables.put("case_clock", "true");
        for (String table : List.of("act_ru_variable", "act_ru_task", "act_ru_event_subscr", "act_hi_procinst", "act_hi_actinst",
                "act_hi_taskinst", "act_hi_varinst")) {
            tables.put(table, "proc_inst_id_ in " + FLOWS);
        }
        tables.put("act_ge_bytearray",
                "id_ in (select bytearray_id_ from act_ru_variable where proc_inst_id_ in " + FLOWS + ")");
        tables.put("act_ru_identitylink", "task_id_ in (select id_ from act_ru_task where proc_inst_id_ in " + FLOWS + ")");
        tables.put("act_ru_job", "process_instance_id_ in " + FLOWS);
        tables.put("act_ru_execution", "proc_inst_id_ in " + FLOWS);
        return tables;
    }
}
