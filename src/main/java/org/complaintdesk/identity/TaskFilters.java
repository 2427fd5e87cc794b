package org.complaintdesk.identity;

import static org.complaintdesk.identity.StaffGroup.AGENTS;
import static org.complaintdesk.identity.StaffGroup.FINANCE;
import static org.complaintdesk.identity.StaffGroup.MANAGERS;
import static org.complaintdesk.identity.StaffGroup.SUPERVISORS;
import static org.complaintdesk.identity.StaffGroup.WAREHOUSE;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/**
 * The lists that Tasklist shows at its left. A filter is found again by the key kept in its properties, so it can be
 * reworded, and is set back to what is written here at every start.
 */
@Component
class TaskFilters {

    private static final String KEY = "deskFilter";
    private static final String ME = "${currentUser()}";
    private static final String MY_GROUPS = "${currentUserGroups()}";
    /** The processes whose tasks advance a case; messages to pass on have a list of their own. */
    private static final String[] CASES = {"complaint-handling", "complaint-mediation", "complaint-correspondence",
            "complaint-matter", "review-handling"};
    private static final List<StaffGroup> EVERYONE = List.of(AGENTS, SUPERVISORS, MANAGERS, FINANCE, WAREHOUSE);
    private static final List<StaffGroup> OVERSEERS = List.of(SUPERVISORS, MANAGERS);

    private final FilterService filters;
    private final TaskService tasks;
    private final Grants grants;
    private final Wording wording;

    TaskFilters(FilterService filters, TaskService tasks, Grants grants, Wording wording) {
        this.filters = filters;
        this.tasks = tasks;
        this.grants = grants;
        this.wording = wording;
    }

    void ensure() {
        ensure("mine", 10, "#2f6f9f", EVERYONE, tasks.createTaskQuery().taskAssigneeExpression(ME));
        ensure("group", 20, "#3c8d5a", EVERYONE, tasks.createTaskQuery().taskCandidateGroupInExpression(MY_GROUPS)
                .taskUnassigned().processDefinitionKeyIn(CASES));
        ensure("tell", 25, "#8e6bbf", List.of(AGENTS), tasks.createTaskQuery().taskDefinitionKey("TellCustomer").taskUnassigned());
        ensure("mail", 27, "#16a085", List.of(AGENTS, SUPERVISORS), tasks.createTaskQuery().taskDefinitionKey("ScreenMail").taskUnassigned());
        ensure("overdue", 30, "#c0392b", EVERYONE, tasks.createTaskQuery().dueBeforeExpression("${now()}")
                .or().taskAssigneeExpression(ME).taskCandidateGroupInExpression(MY_GROUPS).endOr());
        ensure("escalated", 40, "#d35400", OVERSEERS, tasks.createTaskQuery()
                .taskDefinitionKeyIn("SuperviseOverdueCase", "SuperviseOverdueReview"));
        ensure("all", 50, "#7f8c8d", OVERSEERS, tasks.createTaskQuery());
    }

    private void ensure(String key, int position, String color, List<StaffGroup> readers, TaskQuery query) {
        Filter filter = filters.createTaskFilterQuery().list().stream()
                .filter(present -> present.getProperties() != null && key.equals(present.getProperties().get(KEY)))
                .findFirst().orElseGet(() -> filters.newTaskFilter(wording.text("filter." + key)));
        filter.setName(wording.text("filter." + key));
        filter.setQuery(query.orderByTaskPriority().desc().orderByDueDate().asc());
        filter.setProperties(Map.of(KEY, key, "description", wording.text("filter." + key + ".description"),
                "priority", position, "color", color, "refresh", true, "showUndefinedVariable", false,
                "variables", List.of(variable("number"), variable("categoryName"), variable("customerName"))));
        filters.saveFilter(filter);
        readers.forEach(group -> grants.ensure(group, Resources.FILTER, filter.getId(), Permissions.READ));
    }

    private Map<String, String> variable(String name) {
        return Map.of("name", name, "label", wording.text("filter.variable." + name));
    }
}
