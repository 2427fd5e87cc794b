package org.complaintdesk.identity;

import java.util.List;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;

/**
 * A task that ends takes only along what the desk's tasks have: no tasks below it, and rights only where {@link CandidateRights}
 * gave some.
 */
class EndingTasks extends TaskManager {

    private boolean ending;
    private boolean withRights;

    @Override
    public void deleteTask(TaskEntity task, String reason, boolean cascade, boolean skipCustomListeners) {
        withRights = isForHelpers(task);
        ending = true;
        try {
            super.deleteTask(task, reason, cascade, skipCustomListeners);
        } finally {
            ending = false;
        }
    }

    @Override
    public List<Task> findTasksByParentTaskId(String parent) {
        return ending ? List.of() : super.findTasksByParentTaskId(parent);
    }

    @Override
    protected void deleteAuthorizations(Resource resource, String id) {
        if (!ending || withRights) {
            super.deleteAuthorizations(resource, id);
        }
    }

    private static boolean isForHelpers(TaskEntity task) {
        return task.getIdentityLinks().stream().anyMatch(link -> StaffGroup.helpers().contains(link.getGroupId()));
    }
}
