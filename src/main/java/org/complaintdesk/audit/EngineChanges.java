package org.complaintdesk.audit;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.oplog.UserOperationLogContext;
import org.camunda.bpm.engine.impl.oplog.UserOperationLogContextEntry;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserOperationLogManager;
import org.complaintdesk.platform.AsSystem;
import org.springframework.beans.factory.ObjectProvider;

/**
 * What people change with the engine's own tools: in Admin, in Cockpit, by its REST. The engine would keep such a log
 * itself, but only together with a full history, and administrators may delete from it. What the desk's own code does
 * while a person is signed in is recorded where it is done, not here.
 */
class EngineChanges extends UserOperationLogManager {

    /** Of what happens to a task; completing it, or claiming it for oneself, is in its history. */
    private static final Set<String> REASSIGNING = Set.of(UserOperationLogEntry.OPERATION_TYPE_ASSIGN,
            UserOperationLogEntry.OPERATION_TYPE_CLAIM, UserOperationLogEntry.OPERATION_TYPE_DELEGATE,
            UserOperationLogEntry.OPERATION_TYPE_SET_OWNER);

    private final ObjectProvider<AuditLog> audit;

    EngineChanges(ObjectProvider<AuditLog> audit) {
        this.audit = audit;
    }

    @Override
    public boolean isUserOperationLogEnabled() {
        return isUserOperationLogEnabledOnCommandContext() && isUserAuthenticated() && !AsSystem.isActing();
    }

    @Override
    public void logTaskOperations(String operation, TaskEntity task, List<PropertyChange> changes) {
        if (REASSIGNING.contains(operation) && isUserOperationLogEnabled() && !getAuthenticatedUserId().equals(task.getAssignee())) {
            super.logTaskOperations(operation, task, changes);
        }
    }

    @Override
    protected void fireUserOperationLog(UserOperationLogContext operation) {
        for (UserOperationLogContextEntry entry : operation.getEntries()) {
            EngineChange.of(entry).ifPresent(change -> audit.getObject().record(change.what(), change.subject(), change.detail()));
        }
    }
}
