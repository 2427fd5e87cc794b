package org.complaintdesk.access;

import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.support.CaseDriver;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** What a row's names in braces stand for; each row gets things of its own. */
class Things {

    private static final Pattern NAME = Pattern.compile("\\{([a-zA-Z]+)}");

    private final CaseDriver desk;
    private final TaskService tasks;
    private final FilterService filters;
    private final RepositoryService repository;
    private final ManagementService management;
    private final People people;

    Things(CaseDriver desk, TaskService tasks, FilterService filters, RepositoryService repository, ManagementService management,
           People people) {
        this.desk = desk;
        this.tasks = tasks;
        this.filters = filters;
        this.repository = repository;
        this.management = management;
        this.people = people;
    }

    static Things with(AutowireCapableBeanFactory beans, People people) {
        return new Things(bean(beans, CaseDriver.class), bean(beans, TaskService.class), bean(beans, FilterService.class),
                bean(beans, RepositoryService.class), bean(beans, ManagementService.class), people);
    }

    private static <T> T bean(AutowireCapableBeanFactory beans, Class<T> type) {
        return beans.getBean(type);
    }

    String fill(String text, String role) {
        Map<String, Supplier<String>> names = Map.ofEntries(
                Map.entry("me", () -> people.id(role)),
                Map.entry("colleague", () -> people.id("colleague")),
                Map.entry("case", () -> desk.recorded().value()),
                Map.entry("customer", () -> String.valueOf(desk.complaint(desk.recorded()).customerId())),
                Map.entry("agentTask", () -> task(desk.recorded(), "DiagnoseProblem", null)),
                Map.entry("myTask", () -> task(desk.recorded(), "DiagnoseProblem", people.id(role))),
                Map.entry("colleaguesTask", () -> task(desk.recorded(), "DiagnoseProblem", people.id("colleague"))),
                Map.entry("supervisorTask", this::supervisorTask),
                Map.entry("financeTask", this::financeTask),
                Map.entry("instance", () -> desk.task(desk.recorded(), "DiagnoseProblem").getProcessInstanceId()),
                Map.entry("job", this::job),
                Map.entry("definition", () -> repository.createProcessDefinitionQuery().processDefinitionKey("complaint-handling")
                        .latestVersion().singleResult().getId()),
                Map.entry("deployment", () -> repository.createDeploymentQuery().list().get(0).getId()),
                Map.entry("filter", this::filter));
        Matcher name = NAME.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (name.find()) {
            String value = names.containsKey(name.group(1)) ? names.get(name.group(1)).get() : name.group();
            name.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return name.appendTail(filled).toString();
    }

    private String task(ComplaintNumber number, String key, String assignee) {
        String task = desk.task(number, key).getId();
        if (assignee != null) {
            tasks.setAssignee(task, assignee);
        }
        return task;
    }

    private String supervisorTask() {
        ComplaintNumber number = desk.diagnosed();
        desk.propose(number, "REFUND", 399);
        return task(number, "ApproveSolution", null);
    }

    private String financeTask() {
        ComplaintNumber number = desk.accepted("REFUND", 99);
        desk.complete(number, "ExecuteSolution", "executionNote", "已在后台提交退款", "executionReference", "RF-1");
        return task(number, "ConfirmRefund", null);
    }

    private String job() {
        String instance = desk.task(desk.recorded(), "DiagnoseProblem").getProcessInstanceId();
        return management.createJobQuery().processInstanceId(instance).list().get(0).getId();
    }

    private String filter() {
        return filters.createTaskFilterQuery().list().stream()
                .filter(filter -> "group".equals(filter.getProperties().get("deskFilter"))).map(Filter::getId).findFirst().orElseThrow();
    }
}
