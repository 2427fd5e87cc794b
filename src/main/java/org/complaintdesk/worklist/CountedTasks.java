package org.complaintdesk.worklist;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.complaintdesk.identity.ShopScope;
import org.complaintdesk.identity.TaskList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How many tasks are in each list, read from the engine's tables in two statements: what is one person's, and what is the
 * same for everyone of the same groups and shops. Nothing is counted beyond {@link #MOST} + 1.
 */
@Repository
class CountedTasks {

    /** A number people still read as a number. */
    static final int MOST = 999;

    private static final String CANDIDATE = """
            exists (select 1 from act_ru_identitylink link where link.task_id_ = t.id_ and link.type_ = 'candidate'
                    and link.group_id_ in (:groups))""";
    /** The shops that are seen, as an index has it; {@link ShopScope#condition} names those that are hidden. */
    private static final String OF_MY_SHOPS = "(t.tenant_id_ is null or t.tenant_id_ = any(:shops))";

    private final JdbcClient database;

    CountedTasks(JdbcClient database) {
        this.database = database;
    }

    /**
     * What two people share when the same tasks are open to both.
     *
     * @param overseeing whether they see the work of all groups
     */
    record Circle(Set<String> groups, boolean overseeing, ShopScope scope) {

        private String ofMyShops() {
            return scope.hidden().isEmpty() ? "true" : OF_MY_SHOPS;
        }

        private String[] shops() {
            return scope.shops().toArray(String[]::new);
        }
    }

    /** @return tasks this person has taken, and how many of them are past their time */
    Own own(String person, Circle circle, Instant now) {
        return database.sql("""
                        select count(*) taken, count(*) filter (where due_date_ < :now) late from (select t.due_date_
                        from act_ru_task t where t.assignee_ = :person and t.suspension_state_ = 1 and %s limit :most) own
                        """.formatted(circle.ofMyShops()))
                .param("person", person).param("shops", circle.shops())
                .param("now", Timestamp.from(now)).param("most", MOST + 1)
                .query((row, index) -> new Own(row.getInt("taken"), row.getInt("late"))).single();
    }

    record Own(int taken, int late) {
    }

    /** @return for each of these lists what is the same for the whole circle; for a person's own list nothing */
    Map<TaskList, Integer> shared(Circle circle, Collection<TaskList> lists, Instant now) {
        List<TaskList> asked = lists.stream().filter(list -> list != TaskList.MINE).toList();
        if (asked.isEmpty()) {
            return Map.of();
        }
        String columns = asked.stream().map(list -> """
                (select count(*) from (select 1 from act_ru_task t where t.suspension_state_ = 1 and %s and %s limit :most) x) "%s"
                """.formatted(circle.ofMyShops(), condition(list, circle), list.key()))
                .collect(Collectors.joining(","));
        return database.sql("select " + columns)
                .param("groups", orNone(circle.groups())).param("shops", circle.shops()).param("cases", TaskList.CASES)
                .param("escalations", TaskList.ESCALATIONS).param("now", Timestamp.from(now))
                .param("soon", Timestamp.from(now.plus(TaskList.SOON))).param("most", MOST + 1)
                .query((row, index) -> {
                    Map<TaskList, Integer> counts = new EnumMap<>(TaskList.class);
                    for (TaskList list : asked) {
                        counts.put(list, row.getInt(list.key()));
                    }
                    return counts;
                }).single();
    }

    private static String condition(TaskList list, Circle circle) {
        String seen = circle.overseeing() ? "" : " and " + CANDIDATE;
        return switch (list) {
            case MINE -> throw new IllegalArgumentException("One person's");
            case GROUP -> "t.assignee_ is null and " + CANDIDATE
                    + " and t.proc_def_id_ in (select id_ from act_re_procdef where key_ in (:cases))";
            case TELL -> "t.assignee_ is null and t.task_def_key_ = 'TellCustomer'" + seen;
            case MAIL -> "t.assignee_ is null and t.task_def_key_ = 'ScreenMail'" + seen;
            // Whoever has a task is counted with what is that person's own.
            case OVERDUE -> "t.assignee_ is null and t.due_date_ < :now and " + CANDIDATE;
            case ESCALATED -> "t.task_def_key_ in (:escalations)";
            case LATE -> "t.due_date_ < :now";
            case DUE_SOON -> "t.due_date_ > :now and t.due_date_ < :soon";
            case UNASSIGNED -> "t.assignee_ is null";
            case ALL -> "true";
        };
    }

    /** A list in SQL is never empty. */
    private static Collection<String> orNone(Set<String> values) {
        return values.isEmpty() ? List.of("") : values;
    }
}
