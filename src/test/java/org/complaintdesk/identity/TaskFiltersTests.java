package org.complaintdesk.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.CustomerMessage;
import org.complaintdesk.complaint.CustomerRequests;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class TaskFiltersTests {

    @Autowired
    FilterService filters;
    @Autowired
    TaskFilters taskFilters;
    @Autowired
    Grants grants;
    @Autowired
    IdentityService identity;
    @Autowired
    CaseDriver desk;
    @Autowired
    CustomerRequests requests;
    @Autowired
    TaskService tasks;
    @Autowired
    Clock clock;

    @Test
    void agents_see_their_own_their_groups_and_the_overdue_tasks() {
        assertThat(namesSeenBy(StaffGroup.AGENTS, "idamy")).containsExactly("我的任务", "我组的待办", "待告知客户", "待筛选来信", "已超期");
    }

    @Test
    void supervisors_and_managers_see_escalated_and_all_tasks_too() {
        assertThat(namesSeenBy(StaffGroup.SUPERVISORS, "idsue")).containsExactly("我的任务", "我组的待办", "待筛选来信", "已升级", "全部超期", "即将到期",
                "无人认领", "全部任务");
        assertThat(namesSeenBy(StaffGroup.MANAGERS, "idmax")).hasSize(7).doesNotContain("待筛选来信");
    }

    @Test
    void finance_and_warehouse_see_what_is_theirs() {
        assertThat(namesSeenBy(StaffGroup.FINANCE, "idfay")).containsExactly("我的任务", "我组的待办", "已超期");
        assertThat(namesSeenBy(StaffGroup.WAREHOUSE, "idwes")).containsExactly("我的任务", "我组的待办", "已超期");
    }

    @Test
    void what_is_late_due_soon_or_nobodys_is_seen_whoever_has_it() {
        String late = start(50, -60);
        String soon = start(50, 3600);
        String later = start(50, 5 * 3600);
        tasks.setAssignee(late, "idben");
        tasks.setAssignee(soon, "idben");

        assertThat(listed("全部超期", "idsue", "supervisors")).contains(late).doesNotContain(soon, later);
        assertThat(listed("即将到期", "idsue", "supervisors")).contains(soon).doesNotContain(late, later);
        assertThat(listed("无人认领", "idsue", "supervisors")).contains(later).doesNotContain(late, soon);
    }

    @Test
    void group_that_had_a_list_in_an_earlier_version_loses_it_at_the_next_start() {
        Filter overdue = filters.createTaskFilterQuery().filterName("已超期").singleResult();
        grants.ensure(StaffGroup.SUPERVISORS, Resources.FILTER, overdue.getId(), Permissions.READ);
        assertThat(namesSeenBy(StaffGroup.SUPERVISORS, "idsue")).contains("已超期");

        taskFilters.ensure();

        assertThat(namesSeenBy(StaffGroup.SUPERVISORS, "idsue")).doesNotContain("已超期");
        assertThat(namesSeenBy(StaffGroup.AGENTS, "idamy")).contains("已超期");
    }

    @Test
    void the_day_begins_where_each_role_looks_first() {
        assertThat(TaskList.forOpening(List.of("agents"))).startsWith(TaskList.MINE, TaskList.GROUP);
        assertThat(TaskList.forOpening(List.of("agents", "supervisors"))).startsWith(TaskList.ESCALATED, TaskList.LATE);
        assertThat(TaskList.forOpening(List.of("managers"))).startsWith(TaskList.ESCALATED);
        assertThat(TaskList.forOpening(List.of("finance"))).startsWith(TaskList.GROUP);
        assertThat(TaskList.forOpening(List.of("camunda-admin"))).endsWith(TaskList.ALL);
    }

    @Test
    void claimed_task_moves_from_the_groups_list_to_mine() {
        String task = start(50, 3600);
        new Colleagues(identity).in(StaffGroup.AGENTS, "idamy");

        assertThat(listed("我组的待办", "idamy", "agents")).contains(task);
        assertThat(listed("我的任务", "idamy", "agents")).doesNotContain(task);
        tasks.setAssignee(task, "idamy");
        assertThat(listed("我组的待办", "idamy", "agents")).doesNotContain(task);
        assertThat(listed("我的任务", "idamy", "agents")).contains(task);
    }

    @Test
    void overdue_lists_mine_and_my_groups_but_not_a_colleagues() {
        String unclaimed = start(50, -60);
        String mine = start(50, -60);
        String bens = start(50, -60);
        String inTime = start(50, 3600);
        tasks.setAssignee(mine, "idamy");
        tasks.setAssignee(bens, "idben");

        assertThat(listed("已超期", "idamy", "agents")).contains(unclaimed, mine).doesNotContain(bens, inTime);
    }

    @Test
    void letter_of_a_customer_whose_case_is_nobodys_is_in_the_groups_list() {
        ComplaintNumber number = desk.recorded();
        requests.write(number, CustomerMessage.onPage("什么时候能处理好？", "form-1", List.of()));

        assertThat(listed("我组的待办", "idamy", "agents")).contains(desk.task(number, "ReadCustomerMessage").getId());
    }

    @Test
    void urgent_tasks_come_first_then_the_earliest_due() {
        String later = start(50, 7200);
        String sooner = start(50, 3600);
        String urgent = start(90, 9000);

        assertThat(listed("我组的待办", "idamy", "agents")).containsSubsequence(urgent, sooner, later);
    }

    @Test
    void filters_show_number_category_and_customer() {
        Filter mine = filters.createTaskFilterQuery().filterName("我的任务").singleResult();

        assertThat((List<?>) mine.getProperties().get("variables")).hasSize(3)
                .first().isEqualTo(Map.of("name", "number", "label", "编号"));
        assertThat(mine.getProperties()).containsEntry("refresh", true).containsEntry("showUndefinedVariable", false);
    }

    private List<String> namesSeenBy(StaffGroup group, String user) {
        new Colleagues(identity).in(group, user);
        identity.setAuthentication(user, List.of(group.id()));
        try {
            return filters.createTaskFilterQuery().list().stream()
                    .sorted(Comparator.comparing(filter -> ((Number) filter.getProperties().get("priority")).intValue()))
                    .map(Filter::getName).toList();
        } finally {
            identity.clearAuthentication();
        }
    }

    private String start(int priority, int dueInSeconds) {
        Task task = desk.task(desk.recorded(), "DiagnoseProblem");
        task.setPriority(priority);
        task.setDueDate(Date.from(clock.instant().plusSeconds(dueInSeconds)));
        tasks.saveTask(task);
        return task.getId();
    }

    private List<String> listed(String filter, String user, String group) {
        identity.setAuthentication(user, List.of(group));
        try {
            return filters.<Task>list(filters.createTaskFilterQuery().filterName(filter).singleResult().getId()).stream().map(Task::getId).toList();
        } finally {
            identity.clearAuthentication();
        }
    }
}
