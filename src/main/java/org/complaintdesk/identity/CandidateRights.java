package org.complaintdesk.identity;

import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;

/**
 * What a task brings to its candidates and its assignee: read it, claim and complete it (TASK_WORK), give it back
 * (TASK_ASSIGN, which Tasklist's "unclaim" needs; {@link WithinTheFlow} and {@link OnlyOverseersRearrange} keep it to
 * that). The engine's default, UPDATE, would also let them change variables past the form.
 */
class CandidateRights extends DefaultAuthorizationProvider {

    @Override
    protected Permission[] getRuntimePermissions(boolean enforceSpecificVariablePermission) {
        return new Permission[] {Permissions.READ, TaskPermissions.TASK_WORK, TaskPermissions.TASK_ASSIGN};
    }
}
