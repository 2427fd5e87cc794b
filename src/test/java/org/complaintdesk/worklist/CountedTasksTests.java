package org.complaintdesk.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.identity.ShopScope;
import org.complaintdesk.identity.TaskList;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.worklist.CountedTasks.Circle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What stands beside a list is what is in it. */
@DeskTest
class CountedTasksTests {

    private static final ShopScope EVERY_SHOP = new ShopScope(true, Set.of(), Set.of());

    @Autowired
    CountedTasks counted;
    @Autowired
    ListCounts counts;
    @Autowired
    FilterService filters;
    @Autowired
    TaskService tasks;
    @Autowired
    RuntimeService runtime;
    @Autowired
    IdentityService identity;
    @Autowired
    CaseDriver desk;
    @Autowired
    Clock clock;

    private final String person = "wl" + System.nanoTime();
    private final String other = "other" + System.nanoTime();

    @BeforeEach
    void some_of_everything() {
        assign(due(desk.recorded(), Duration.ofHours(-1)), person);
        assign(due(desk.recorded(), Duration.ofHours(2)), person);
        assign(due(desk.recorded(), Duration.ofHours(-1)), other);
        due(desk.recorded(), Duration.ofHours(-1));
        due(desk.recorded(), Duration.ofHours(2));
        due(desk.recorded(), Duration.ofHours(8));
        ComplaintNumber suspended = desk.recorded();
        due(suspended, Duration.ofHours(-1));
        runtime.suspendProcessInstanceById(desk.task(suspended, "DiagnoseProblem").getProcessInstanceId());
    }

    @AfterEach
    void nobody_is_signed_in() {
        identity.clearAuthentication();
    }

    @ParameterizedTest
    @ValueSource(strings = {"agents", "supervisors", "managers", "finance", "warehouse", "camunda-admin", "agents,supervisors", "agents,finance"})
    void every_count_is_what_tasklist_finds_in_the_list(String groups) {
        List<String> mine = List.of(groups.split(","));
        Circle circle = new Circle(Set.copyOf(mine), staffOversees(mine), EVERY_SHOP);

        Map<TaskList, Integer> counts = this.counts.of(person, circle);

        Map<TaskList, Integer> found = new EnumMap<>(TaskList.class);
        identity.setAuthentication(person, mine);
        TaskQuery active = tasks.createTaskQuery().active();
        for (Filter filter : filters.createTaskFilterQuery().list()) {
            TaskList list = List.of(TaskList.values()).stream()
                    .filter(one -> one.key().equals(filter.getProperties().get("deskFilter"))).findFirst().orElseThrow();
            found.put(list, Math.toIntExact(Math.min(filters.count(filter.getId(), active), CountedTasks.MOST + 1)));
        }
        assertThat(counts).isEqualTo(found);
    }

    @Test
    void other_shops_tasks_are_not_counted() {
        Circle everywhere = new Circle(Set.of("supervisors"), true, EVERY_SHOP);
        int all = counted.shared(everywhere, List.of(TaskList.ALL), clock.instant()).get(TaskList.ALL);
        long here = tasks.createTaskQuery().active().withoutTenantId().count();

        Circle nowhere = new Circle(Set.of("supervisors"), true, new ShopScope(false, Set.of(), Set.of("elsewhere")));

        assertThat(counted.shared(nowhere, List.of(TaskList.ALL), clock.instant()).get(TaskList.ALL))
                .isEqualTo(Math.toIntExact(Math.min(here, CountedTasks.MOST + 1))).isLessThanOrEqualTo(all);
    }

    @Test
    void colleagues_of_one_circle_are_counted_for_once_and_each_sees_what_is_own() {
        Circle circle = new Circle(Set.of("agents"), false, EVERY_SHOP);
        counts.forget(person, circle);
        Map<TaskList, Integer> before = counts.of(person, circle);
        assertThat(before).containsEntry(TaskList.MINE, 2);

        due(desk.recorded(), Duration.ofHours(8));

        assertThat(counts.of(other, circle)).containsEntry(TaskList.GROUP, before.get(TaskList.GROUP)).containsEntry(TaskList.MINE, 1);
        counts.forget(person, circle);
        assertThat(counts.of(person, circle)).containsEntry(TaskList.GROUP, Math.min(before.get(TaskList.GROUP) + 1, CountedTasks.MOST + 1));
    }

    @Test
    void lists_stand_from_top_to_bottom() {
        assertThat(counts.of(person, new Circle(Set.of("supervisors"), true, EVERY_SHOP)).keySet()).containsExactly(TaskList.MINE, TaskList.GROUP,
                TaskList.MAIL, TaskList.ESCALATED, TaskList.LATE, TaskList.DUE_SOON, TaskList.UNASSIGNED, TaskList.ALL);
    }

    private boolean staffOversees(List<String> groups) {
        return groups.stream().anyMatch(List.of("supervisors", "managers", "camunda-admin")::contains);
    }

    private String due(ComplaintNumber number, Duration left) {
        Task task = desk.task(number, "DiagnoseProblem");
        task.setDueDate(Date.from(clock.instant().plus(left)));
        tasks.saveTask(task);
        return task.getId();
    }

    private void assign(String task, String person) {
        tasks.setAssignee(task, person);
    }
}
