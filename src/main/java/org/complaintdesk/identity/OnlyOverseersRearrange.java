package org.complaintdesk.identity;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.complaintdesk.platform.AsSystem;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Name, priority and due time of a task are the desk's: a candidate takes it, gives it back and notes when to look at it
 * again, but only supervisors and managers change it otherwise. What the desk itself moves, because a clock moved at that
 * person's word, is not their doing. Nobody hands a task to a colleague who would not see it.
 */
@Component
class OnlyOverseersRearrange implements TaskListener {

    private static final Set<String> EVERYONES = Set.of(TaskEntity.ASSIGNEE, TaskEntity.FOLLOW_UP_DATE);

    private final Wording wording;
    private final ObjectProvider<Shops> shops;

    OnlyOverseersRearrange(Wording wording, ObjectProvider<Shops> shops) {
        this.wording = wording;
        this.shops = shops;
    }

    @Override
    public void notify(DelegateTask task) {
        Authentication person = task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        if (AsSystem.isActing() || person == null || person.getUserId() == null) {
            return;
        }
        Set<String> changed = new HashSet<>(((TaskEntity) task).getPropertyChanges().keySet());
        if (changed.contains(TaskEntity.ASSIGNEE) && task.getAssignee() != null && !task.getAssignee().equals(person.getUserId())
                && !shops.getObject().sees(task.getAssignee(), task.getTenantId())) {
            throw new InvalidInput("assignee", wording.text("task.not-their-shop", task.getTenantId()));
        }
        if (person.getGroupIds() == null || !StaffGroup.noneOversees(person.getGroupIds())) {
            return;
        }
        changed.removeAll(EVERYONES);
        if (!changed.isEmpty()) {
            throw new InvalidInput("task", wording.text("flow.overseers-only"));
        }
    }
}
