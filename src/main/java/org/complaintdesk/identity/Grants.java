package org.complaintdesk.identity;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.complaintdesk.identity.StaffGroup.ADMINISTRATORS;
import static org.complaintdesk.identity.StaffGroup.AGENTS;
import static org.complaintdesk.identity.StaffGroup.FINANCE;
import static org.complaintdesk.identity.StaffGroup.MANAGERS;
import static org.complaintdesk.identity.StaffGroup.SUPERVISORS;
import static org.complaintdesk.identity.StaffGroup.WAREHOUSE;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

/**
 * What each group may do in the engine, as few rows as possible: every row costs in every task query. Rights on a single
 * task come with the task, see {@link CandidateRights}. Rows an administrator adds for other resources stay.
 */
@Component
class Grants {

    private static final List<String> TAKEN_DOWN_BY_STAFF = List.of("complaint-handling", "review-handling");

    private record Grant(StaffGroup group, Resource resource, String id, Permission... permissions) {
    }

    private static final List<Grant> TABLE = table();

    private final AuthorizationService authorizations;

    Grants(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    private static List<Grant> table() {
        List<Grant> table = new ArrayList<>();

        for (StaffGroup everyone : List.of(AGENTS, FINANCE, WAREHOUSE, SUPERVISORS, MANAGERS)) {
            table.add(new Grant(everyone, Resources.APPLICATION, "tasklist", Permissions.ACCESS));
            table.add(new Grant(everyone, Resources.USER, ANY, Permissions.READ));
            table.add(new Grant(everyone, Resources.GROUP, ANY, Permissions.READ));
        }
        // Task lists show a case's number, category and customer only to those who may read the instance.
        table.add(new Grant(AGENTS, Resources.PROCESS_DEFINITION, ANY,
                ProcessDefinitionPermissions.READ, ProcessDefinitionPermissions.READ_INSTANCE));
        // Their tasks bring along what lists show: while agents fill in forms, cases carry customers' contacts.
        for (StaffGroup helper : List.of(FINANCE, WAREHOUSE)) {
            table.add(new Grant(helper, Resources.PROCESS_DEFINITION, ANY, ProcessDefinitionPermissions.READ));
        }
        for (StaffGroup starter : List.of(AGENTS, SUPERVISORS)) {
            for (String process : TAKEN_DOWN_BY_STAFF) {
                table.add(new Grant(starter, Resources.PROCESS_DEFINITION, process,
                        ProcessDefinitionPermissions.READ, ProcessDefinitionPermissions.READ_INSTANCE,
                        ProcessDefinitionPermissions.CREATE_INSTANCE));
            }
            table.add(new Grant(starter, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE));
        }
        for (StaffGroup overseer : List.of(SUPERVISORS, MANAGERS)) {
            table.add(new Grant(overseer, Resources.APPLICATION, "cockpit", Permissions.ACCESS));
            table.add(new Grant(overseer, Resources.TASK, ANY, Permissions.READ));
            table.add(new Grant(overseer, Resources.DEPLOYMENT, ANY, Permissions.READ));
            table.add(new Grant(overseer, Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY));
            table.add(new Grant(overseer, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ));
        }
        table.add(new Grant(SUPERVISORS, Resources.PROCESS_DEFINITION, ANY,
                ProcessDefinitionPermissions.READ, ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.UPDATE_INSTANCE, ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.UPDATE_TASK, ProcessDefinitionPermissions.TASK_ASSIGN,
                ProcessDefinitionPermissions.TASK_WORK, ProcessDefinitionPermissions.RETRY_JOB,
                ProcessDefinitionPermissions.READ_HISTORY));
        table.add(new Grant(SUPERVISORS, Resources.BATCH, ANY,
                BatchPermissions.READ, BatchPermissions.CREATE_BATCH_SET_JOB_RETRIES));
        table.add(new Grant(MANAGERS, Resources.PROCESS_DEFINITION, ANY,
                ProcessDefinitionPermissions.READ, ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_TASK, ProcessDefinitionPermissions.READ_HISTORY));
        table.add(new Grant(MANAGERS, Resources.BATCH, ANY, BatchPermissions.READ));

        for (Resource everything : Resources.values()) {
            table.add(new Grant(ADMINISTRATORS, everything, ANY, Permissions.ALL));
        }
        return List.copyOf(table);
    }

    /** Creates missing rows and sets the others back to this table. */
    void ensure() {
        TABLE.forEach(grant -> ensure(grant.group(), grant.resource(), grant.id(), grant.permissions()));
    }

    void ensure(StaffGroup group, Resource resource, String id, Permission... permissions) {
        Authorization row = authorizations.createAuthorizationQuery().authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(group.id()).resourceType(resource).resourceId(id).singleResult();
        if (row == null) {
            row = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            row.setGroupId(group.id());
            row.setResource(resource);
            row.setResourceId(id);
        }
        row.setPermissions(permissions);
        authorizations.saveAuthorization(row);
    }
}
