package org.complaintdesk.deadline;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes people's own words out of the ledgers of closed cases; what happened when, by whom and by which rule stays. */
@Component
class ClockErasure {

    private static final String ERASED = "ERASED";
    private static final String WORD = "^[A-Z][A-Z0-9_]*(: [0-9]+)?$";

    private final JdbcClient jdbc;

    ClockErasure(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void erase(Collection<String> numbers) {
        if (numbers.isEmpty()) {
            return;
        }
        jdbc.sql("""
                update clock_entry set why = case when what = 'PAUSED' then split_part(why, ': ', 1) else :erased end
                 where why !~ :word and clock_id in (select id from case_clock where case_number in (:numbers))""")
                .param("erased", ERASED).param("word", WORD).param("numbers", numbers).update();
        jdbc.sql("""
                update case_clock set interruptions =
                       (select jsonb_agg(case when i ->> 'why' ~ :word then i
                               when i ->> 'kind' = 'WAITING' then jsonb_set(i, '{why}', to_jsonb(split_part(i ->> 'why', ': ', 1)))
                               else jsonb_set(i, '{why}', to_jsonb(:erased::text)) end order by n)
                          from jsonb_array_elements(interruptions) with ordinality as all_of_it(i, n))
                 where case_number in (:numbers) and interruptions <> '[]'""")
                .param("erased", ERASED).param("word", WORD).param("numbers", numbers).update();
    }
}
