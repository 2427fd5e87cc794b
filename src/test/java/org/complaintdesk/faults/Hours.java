package org.complaintdesk.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Puts cases back in time, as if hours had passed: a packaged desk has no clock to move. */
final class Hours {

    private static final List<String> STATEMENTS = List.of(
            "create temporary table late on commit drop as select number from complaint where random() < %1$s and closed_at is null"
                    + " order by id for update skip locked",
            // Rows of clocks are locked after their case, as the desk does it.
            """
            update case_clock k set started_at = started_at - (k.due_at - now()), watched_from = watched_from - (k.due_at - now()), due_at = now()
              from late l where l.number = k.case_number and k.state = 'RUNNING' and k.interruptions = '[]' and k.due_at > now()
               and k.calendar like 'ROUND_THE_CLOCK%%' and k.name = 'SETTLEMENT'""",
            """
            update complaint c set settlement_due = k.due_at from case_clock k, late l
             where l.number = c.number and k.case_number = c.number and k.name = 'SETTLEMENT' and k.state = 'RUNNING'""",
            """
            update act_ru_job j set duedate_ = localtimestamp from act_ru_jobdef d, act_ru_execution e, late l
             where d.id_ = j.job_def_id_ and e.id_ = j.process_instance_id_ and e.business_key_ = l.number and j.duedate_ > localtimestamp
               and d.act_id_ in ('SettlementOverdue', 'StillUnsettled', 'SupervisionOverdue', 'NextAlarm', 'FurtherAlarm', 'FollowUpDue',
                                 'DiagnoseProblemDueSoon', 'ProposeSolutionDueSoon')""");

    private Hours() {
    }

    /** @param share of the open cases */
    static void pass(DurablePostgres postgres, double share) throws SQLException {
        try (Connection database = postgres.connect(); Statement statement = database.createStatement()) {
            database.setAutoCommit(false);
            for (String sql : STATEMENTS) {
                statement.execute(sql.formatted(share));
            }
            database.commit();
        }
    }
}
