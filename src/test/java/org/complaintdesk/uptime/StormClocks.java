package org.complaintdesk.uptime;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts open cases back in time, as if the desk had been down when they became due. */
final class StormClocks {

    private StormClocks() {
    }

    /** Every open case's settlement fell due at some moment of the outage that ends now; its timer waits. */
    static void becameDueWithin(JdbcClient database, Duration outage) {
        database.sql("""
                        update complaint set settlement_due = now() - random() * make_interval(secs => ?) where closed_at is null""")
                .param((double) outage.toSeconds()).update();
        database.sql("""
                        update act_ru_job job set duedate_ = (c.settlement_due at time zone 'UTC')
                          from act_ru_execution e join complaint c on c.number = e.business_key_
                         where job.process_instance_id_ = e.id_ and e.parent_id_ is null
                           and job.handler_cfg_ like 'OverdueEscalation%'""").update();
    }
}
