package org.complaintdesk.identity;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.complaintdesk.platform.AsSystem;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Name, priority and due time of a task are the desk's: a candidate takes it, gives it back or to a colleague and notes when
 * to look at it again, but only supervisors and managers change it otherwise. What the desk itself moves, because a clock
 * moved at that person's word, is not their doing. Nobody hands a task to a colleague who would not see it.
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
        Map<String, PropertyChange> changes = ((TaskEntity) task).getPropertyChanges();
        Set<String> changed = new HashSet<>(changes.keySet());
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
        PropertyChange assigned = changes.get(TaskEntity.ASSIGNEE);
        if (assigned != null) {
            passedOn(task, (String) assigned.getOrgValue(), (String) assigned.getNewValue(), person.getUserId());
        }
    }

    /**
     * A person's own task goes back to the group, or to somebody of it who sees the shop; a colleague's stays the colleague's.
     * One that nobody has goes to the person, or to somebody of the group as well.
     *
     * @param from null when nobody had it
     * @param to   null when nobody has it now
     */
    private void passedOn(DelegateTask task, String from, String to, String person) {
        if (from != null && !from.equals(person)) {
            throw new InvalidInput("assignee", wording.text("flow.a-colleagues-task"));
        }
        if (to != null && !to.equals(person) && task.getCandidates().stream().map(IdentityLink::getGroupId).filter(Objects::nonNull)
                .noneMatch(group -> shops.getObject().peopleFor(group, task.getTenantId()).contains(to))) {
            throw new InvalidInput("assignee", wording.text("flow.no-colleague", to));
        }
    }
}
