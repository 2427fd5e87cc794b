package org.complaintdesk.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Instances and where they have been, from the engine's history; by keys, so that its size does not matter. */
@Component
class InstanceRows {

    private static final int MOST_VISITS = 2_000;
    private static final int MOST_INSTANCES = 50;
    private static final String COLUMNS = "select proc_inst_id_, proc_def_key_, proc_def_id_, business_key_, start_time_, end_time_, "
            + "start_act_id_, end_act_id_ from act_hi_procinst ";

    private final JdbcClient jdbc;

    InstanceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Instance> find(String id) {
        return jdbc.sql(COLUMNS + "where proc_inst_id_ = ?").param(id).query(InstanceRows::instance).optional();
    }

    /** @return the flows of a case, the first to begin first; not the deliveries of its messages */
    List<Instance> of(String caseNumber) {
        return jdbc.sql(COLUMNS + "where business_key_ = ? order by start_time_, proc_inst_id_ limit ?")
                .params(caseNumber, MOST_INSTANCES).query(InstanceRows::instance).list();
    }

    /** @return in the order they happened; who had a task says the task, as steps that last do not know it */
    List<Visit> visits(String instance) {
        return jdbc.sql("""
                        select h.id_, h.act_id_, h.act_name_, h.act_type_, h.start_time_, h.end_time_, h.act_inst_state_, h.sequence_counter_,
                               t.assignee_, h.call_proc_inst_id_
                          from act_hi_actinst h left join act_hi_taskinst t on t.id_ = h.task_id_
                         where h.proc_inst_id_ = ? order by h.start_time_, h.sequence_counter_, h.id_ limit ?""")
                .params(instance, MOST_VISITS).query(InstanceRows::visit).list();
    }

    private static Instance instance(ResultSet row, int index) throws SQLException {
        return new Instance(row.getString("proc_inst_id_"), row.getString("proc_def_key_"), row.getString("proc_def_id_"),
                row.getString("business_key_"), moment(row, "start_time_"), moment(row, "end_time_"),
                row.getString("start_act_id_"), row.getString("end_act_id_"));
    }

    private static Visit visit(ResultSet row, int index) throws SQLException {
        return new Visit(row.getString("id_"), row.getString("act_id_"), row.getString("act_name_"), row.getString("act_type_"),
                moment(row, "start_time_"), moment(row, "end_time_"), row.getInt("act_inst_state_") == CANCELED,
                row.getLong("sequence_counter_"), row.getString("assignee_"), row.getString("call_proc_inst_id_"));
    }

    /** How the engine's ActivityInstanceState writes it. */
    private static final int CANCELED = 2;

    private static Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}
