package org.complaintdesk.assignment;

import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whose turn it is, on all nodes together. Everybody has one row with the number of their last turn; the lowest is next, and
 * takes the next number in the transaction that creates the task, so a task that is rolled back gives the turn back. Nobody
 * waits: who is being given something at this very moment elsewhere is passed over, and while that is everybody, it is anybody.
 */
@Component
class Turns {

    /** Counting stops there, so that somebody with thousands of tasks costs no more than others. */
    private static final int MANY = 1_000;

    private static final String LONGEST_WAITING = "t.turn, t.person";
    private static final String FEWEST_TASKS = "(select count(*) from (select from act_ru_task k where k.assignee_ = t.person"
            + " limit " + MANY + ") held)";

    /**
     * Who has never had a turn becomes a row now and is first the next time. Looking first who that is: {@code on conflict}
     * would wait for whoever is giving one of these people something.
     */
    private static final String NEXT = """
            with newcomers as (
                insert into assignment_turn (person)
                select p.person from unnest(:people) p (person)
                where not exists (select from assignment_turn k where k.person = p.person) on conflict do nothing)
            update assignment_turn set turn = nextval('assignment_turn_number')
            where person = (select t.person from assignment_turn t where t.person = any(:people)
                            order by %s for update skip locked limit 1)
            returning person""";

    private static final String ANYBODY = "select t.person from unnest(:people) t (person) order by %s limit 1";

    private final JdbcClient jdbc;

    Turns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the one of these people who has waited longest; empty only when there are none */
    Optional<String> longestWaiting(Collection<String> people) {
        return next(people, LONGEST_WAITING, "random()");
    }

    /** @return the one of these people who has the fewest open tasks; who has waited longer, where several have */
    Optional<String> leastLoaded(Collection<String> people) {
        return next(people, FEWEST_TASKS + ", " + LONGEST_WAITING, FEWEST_TASKS + ", random()");
    }

    private Optional<String> next(Collection<String> people, String order, String orderOfAnybody) {
        if (people.isEmpty()) {
            return Optional.empty();
        }
        String[] ids = people.toArray(String[]::new);
        return jdbc.sql(NEXT.formatted(order)).param("people", ids).query(String.class).optional()
                .or(() -> jdbc.sql(ANYBODY.formatted(orderOfAnybody)).param("people", ids).query(String.class).optional());
    }
}
