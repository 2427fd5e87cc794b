package org.complaintdesk.identity;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows in which the engine keeps to which tenant a flow belongs. It offers no way to move a flow, so they are changed
 * directly: the engine never writes this column again once a row is there.
 */
final class FlowRows {

    /** What belongs to a running flow, by the column that names the flow. */
    static final Map<String, String> RUNNING = Map.of("act_ru_execution", "proc_inst_id_", "act_ru_task", "proc_inst_id_",
            "act_ru_job", "process_instance_id_", "act_ru_variable", "proc_inst_id_", "act_ru_event_subscr", "proc_inst_id_",
            "act_ru_incident", "proc_inst_id_");

    /** What is kept of a flow and of those it called, all by the column root_proc_inst_id_. */
    static final List<String> HISTORY = List.of("act_hi_procinst", "act_hi_actinst", "act_hi_taskinst", "act_hi_varinst",
            "act_hi_detail", "act_hi_identitylink", "act_hi_incident", "act_hi_job_log", "act_hi_op_log", "act_hi_comment",
            "act_hi_attachment", "act_hi_decinst", "act_hi_dec_in", "act_hi_dec_out");

    private static final String MOVE = Stream.concat(
                    RUNNING.entrySet().stream().map(table -> moved(table.getKey(), table.getValue())),
                    HISTORY.stream().map(table -> moved(table, "root_proc_inst_id_")))
            .collect(Collectors.joining(", ", "with ", " select 1"));

    private FlowRows() {
    }

    private static String moved(String table, String flow) {
        return "m_%1$s as (update %1$s set tenant_id_ = :tenant where %2$s = :flow)".formatted(table, flow);
    }

    /** @param flow a flow that was not called by another and has called none yet */
    static void move(JdbcClient jdbc, String flow, String tenant) {
        jdbc.sql(MOVE).param("flow", flow).param("tenant", tenant).query(Integer.class).single();
    }
}
