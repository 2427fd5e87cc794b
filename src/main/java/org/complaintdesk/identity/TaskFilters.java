package org.complaintdesk.identity;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/**
 * Each {@link TaskList} as a filter of the engine. A filter is found again by the key kept in its properties, so it can be
 * reworded, and is set back to what is written here at every start. What is counted beside the lists asks the database the
 * same questions in its own words.
 */
@Component
class TaskFilters {

    static final String KEY = "deskFilter";
    private static final String ME = "${currentUser()}";
    private static final String MY_GROUPS = "${currentUserGroups()}";
    private static final String NOW = "${now()}";
    private static final String SOON = "${dateTime().plusMinutes(%d)}".formatted(TaskList.SOON.toMinutes());

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final Grants grants;
    private final Wording wording;

    TaskFilters(FilterService filters, TaskService tasks, AuthorizationService authorizations, Grants grants, Wording wording) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
        this.grants = grants;
        this.wording = wording;
    }

    void ensure() {
        List<Filter> present = filters.createTaskFilterQuery().list();
        for (TaskList list : TaskList.values()) {
            ensure(list, present);
        }
    }

    private TaskQuery tasksOf(TaskList list) {
        TaskQuery all = tasks.createTaskQuery();
        return switch (list) {
            case MINE -> all.taskAssigneeExpression(ME);
            case GROUP -> all.taskCandidateGroupInExpression(MY_GROUPS).taskUnassigned()
                    .processDefinitionKeyIn(TaskList.CASES.toArray(String[]::new));
            case TELL -> all.taskDefinitionKey("TellCustomer").taskUnassigned();
            case MAIL -> all.taskDefinitionKey("ScreenMail").taskUnassigned();
            case OVERDUE -> all.dueBeforeExpression(NOW)
                    .or().taskAssigneeExpression(ME).taskCandidateGroupInExpression(MY_GROUPS).endOr();
            case ESCALATED -> all.taskDefinitionKeyIn(TaskList.ESCALATIONS.toArray(String[]::new));
            case LATE -> all.dueBeforeExpression(NOW);
            case DUE_SOON -> all.dueAfterExpression(NOW).dueBeforeExpression(SOON);
            case UNASSIGNED -> all.taskUnassigned();
            case ALL -> all;
        };
    }

    private void ensure(TaskList list, List<Filter> present) {
        String name = "filter." + list.key();
        Filter filter = present.stream()
                .filter(one -> one.getProperties() != null && list.key().equals(one.getProperties().get(KEY)))
                .findFirst().orElseGet(() -> filters.newTaskFilter(wording.text(name)));
        filter.setName(wording.text(name));
        filter.setQuery(tasksOf(list).orderByTaskPriority().desc().orderByDueDate().asc());
        filter.setProperties(Map.of(KEY, list.key(), "description", wording.text(name + ".description"),
                "priority", list.position(), "color", list.color(), "refresh", true, "showUndefinedVariable", false,
                "variables", List.of(variable("number"), variable("categoryName"), variable("customerName"))));
        filters.saveFilter(filter);
        list.readers().forEach(group -> grants.ensure(group, Resources.FILTER, filter.getId(), Permissions.READ));
        takeFromOthers(list, filter);
    }

    /** A group that had this list in an earlier version and has another instead. */
    private void takeFromOthers(TaskList list, Filter filter) {
        Set<String> others = EnumSet.allOf(StaffGroup.class).stream().filter(group -> !list.readers().contains(group))
                .map(StaffGroup::id).collect(Collectors.toSet());
        authorizations.createAuthorizationQuery().resourceType(Resources.FILTER).resourceId(filter.getId()).list().stream()
                .filter(row -> row.getGroupId() != null && others.contains(row.getGroupId()))
                .forEach(row -> authorizations.deleteAuthorization(row.getId()));
    }

    private Map<String, String> variable(String name) {
        return Map.of("name", name, "label", wording.text("filter.variable." + name));
    }
}
