package org.complaintdesk.deadline;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A node of the version before does not know that reminders also watch what is missed before a supervisor, and leaves
 * them late. While an upgrade runs from node to node each start puts them right, the last one for good.
 */
@Component
class TimersLeftBehind {

    /** Cases of which one clock has reached a level that another one has still to come to. */
    private static final String WATCHED_BY_REMINDERS = """
            select distinct k.case_number
              from case_clock k
              join case_clock higher on higher.case_number = k.case_number and higher.on_breach = 'ESCALATE'
             where k.state = 'RUNNING' and k.on_breach = 'ESCALATE' and k.subject = '' and exists (
                   select 1 from unnest(string_to_array(higher.raised, ',')) as level
                    where level like 'BREACH%' and not level = any(string_to_array(k.raised, ',')))
             order by k.case_number""";

    private final JdbcClient jdbc;
    private final LockedClocks clocks;
    private final OneByOne oneByOne;

    TimersLeftBehind(JdbcClient jdbc, LockedClocks clocks, OneByOne oneByOne) {
        this.jdbc = jdbc;
        this.clocks = clocks;
        this.oneByOne = oneByOne;
    }

    /** Timers that stand right stay as they are. */
    void follow() {
        List<String> numbers = jdbc.sql(WATCHED_BY_REMINDERS).query(String.class).list();
        numbers.forEach(number -> oneByOne.run(() -> clocks.moved(number)));
    }
}
