package org.complaintdesk.uptime;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts open cases back in time, as if the desk had been down when they became due. */
final class StormClocks {

    private StormClocks() {
    }

    /**
     * Every open case's settlement fell due at some moment of the outage that ends now, after it had been reminded of; its
     * timer waits. Its other clocks stand as they do once they have said all they have to say, so that one timer is due for
     * each case and raising it begins no clock anew.
     */
    static void becameDueWithin(JdbcClient database, Duration outage) {
        database.sql("delete from clock_alarm").update();
        database.sql("update case_clock set raised = 'WARNING,BREACH_1,BREACH_2,BREACH_3' where name <> 'SETTLEMENT'").update();
        database.sql("""
                        with late as (select id, due_at - (now() - random() * make_interval(secs => ?)) as by from case_clock
                                       where name = 'SETTLEMENT')
                        update case_clock c set started_at = started_at - late.by, watched_from = watched_from - late.by,
                               due_at = due_at - late.by, raised = 'WARNING'
                          from late where late.id = c.id""").param((double) outage.toSeconds()).update();
        database.sql("update complaint set settlement_due = c.due_at from case_clock c where c.case_number = number"
                + " and c.name = 'SETTLEMENT'").update();
        database.sql("""
                        update act_ru_job job set duedate_ = case when handler_cfg_ like 'OverdueEscalation%'
                               then c.due_at at time zone 'UTC' else timestamp '9999-12-31' end
                          from act_ru_execution e join case_clock c on c.case_number = e.business_key_ and c.name = 'SETTLEMENT'
                         where job.process_instance_id_ = e.id_ and e.parent_id_ is null and job.type_ = 'timer'""").update();
    }
}
