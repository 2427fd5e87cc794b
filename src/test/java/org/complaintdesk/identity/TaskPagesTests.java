package org.complaintdesk.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Pages of many tasks, in every order that Tasklist offers. */
@DeskTest
class TaskPagesTests {

    private static final int MANY = OwnTaskLists.MOST + 50;
    private static final int PAGE = 15;
    /** Of whom nothing else has anything to do. */
    private static final String GROUP = "many-tasks";

    @Autowired
    FilterService filters;
    @Autowired
    TaskService tasks;
    @Autowired
    IdentityService identity;
    @Autowired
    CaseDriver desk;
    @Autowired
    JdbcTemplate database;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    ProcessEngineConfigurationImpl engine;

    private final String copies = UUID.randomUUID().toString().substring(0, 8);

    /** As in Tasklist's menu. */
    enum Order {
        CREATED(TaskQuery::orderByTaskCreateTime), DUE(TaskQuery::orderByDueDate), FOLLOW_UP(TaskQuery::orderByFollowUpDate),
        NAME(TaskQuery::orderByTaskName), ASSIGNEE(TaskQuery::orderByTaskAssignee), PRIORITY(TaskQuery::orderByTaskPriority);

        private final UnaryOperator<TaskQuery> by;

        Order(UnaryOperator<TaskQuery> by) {
            this.by = by;
        }
    }

    @BeforeEach
    void copies_of_one_task() {
        String one = desk.task(desk.recorded(), "DiagnoseProblem").getId();
        database.update("""
                insert into act_ru_task (id_, rev_, proc_def_id_, name_, task_def_key_, priority_, create_time_,
                                         due_date_, suspension_state_)
                select ? || n, 1, t.proc_def_id_, 'Copy ' || n % 3, t.task_def_key_, n % 4, t.create_time_,
                       t.due_date_, 1
                  from act_ru_task t, generate_series(1, ?) n where t.id_ = ?""", copies, MANY, one);
        database.update("""
                insert into act_ru_identitylink (id_, rev_, group_id_, type_, task_id_)
                select g || id_, 1, g, 'candidate', id_ from act_ru_task, unnest(?::text[]) g where id_ like ? || '%'""",
                new String[] {GROUP, GROUP + "-2"}, copies);
    }

    @AfterEach
    void clean() {
        identity.clearAuthentication();
        database.update("delete from act_ru_identitylink where task_id_ like ? || '%'", copies);
        database.update("delete from act_ru_task where id_ like ? || '%'", copies);
    }

    @ParameterizedTest
    @EnumSource
    void every_task_is_on_one_page_in_either_direction_though_it_is_for_two_groups_of_this_person(Order order) {
        beInBothGroups();
        int pages = 6;

        for (boolean descending : new boolean[] {false, true}) {
            List<String> paged = new ArrayList<>();
            for (int page = 0; page < pages; page++) {
                paged.addAll(ids(ordered(order, descending).listPage(page * PAGE, PAGE)));
            }
            assertThat(paged).hasSize(pages * PAGE).doesNotHaveDuplicates()
                    .isEqualTo(ids(ordered(order, descending).listPage(0, pages * PAGE)));
        }
    }

    @Test
    void lists_filter_counts_to_a_thousand_and_everything_else_to_the_end() {
        String filter = filters.createTaskFilterQuery().filterName("我组的待办").singleResult().getId();
        beInBothGroups();

        assertThat(filters.count(filter)).isEqualTo(OwnTaskLists.MOST);
        assertThat(tasks.createTaskQuery().taskCandidateGroupIn(List.of(GROUP, GROUP + "-2")).count()).isEqualTo(MANY);
    }

    @Test
    void task_for_two_groups_of_this_person_counts_once() {
        String filter = filters.createTaskFilterQuery().filterName("我组的待办").singleResult().getId();
        beInBothGroups();

        assertThat(filters.count(filter, tasks.createTaskQuery().taskName("Copy 1"))).isEqualTo(MANY / 3);
    }

    @ParameterizedTest
    @EnumSource
    void no_order_is_made_by_sorting_all_open_tasks(Order order) {
        for (boolean descending : new boolean[] {false, true}) {
            TaskQueryImpl query = (TaskQueryImpl) direction(order.by.apply(tasks.createTaskQuery()), descending);
            TaskOrder.complete(query);
            String sql = engine.getSqlSessionFactory().getConfiguration()
                    .getMappedStatement("org.complaintdesk.taskpages.page").getBoundSql(query).getSql();

            // What comes after the page is found sorts its fifteen.
            List<String> plan = plan(sql.replaceFirst("\\?", String.valueOf(PAGE)).replaceFirst("\\?", "0"));
            assertThat(plan.subList(indexOf(plan, "Limit"), plan.size())).as(sql)
                    .anyMatch(step -> step.contains("Index Scan") || step.contains("Index Only Scan"))
                    .noneMatch(step -> step.matches(" *->  Sort .*"));
        }
    }

    private List<String> plan(String sql) {
        return transaction.execute(status -> {
            // A table of a test is small enough to be read and sorted.
            database.execute("set local enable_seqscan = off");
            database.execute("set local enable_bitmapscan = off");
            database.execute("set local enable_sort = off");
            return database.queryForList("explain " + sql, String.class);
        });
    }

    private static int indexOf(List<String> plan, String step) {
        return (int) plan.stream().takeWhile(line -> !line.contains(step)).count();
    }

    private void beInBothGroups() {
        identity.setAuthentication("pages", List.of(StaffGroup.AGENTS.id(), GROUP, GROUP + "-2"));
    }

    private TaskQuery ordered(Order order, boolean descending) {
        return direction(order.by.apply(tasks.createTaskQuery().taskUnassigned().taskNameLike("Copy %")), descending);
    }

    private static TaskQuery direction(TaskQuery query, boolean descending) {
        return descending ? query.desc() : query.asc();
    }

    private static List<String> ids(List<Task> found) {
        return found.stream().map(Task::getId).toList();
    }
}
