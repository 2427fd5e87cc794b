package org.complaintdesk.identity;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * A signed-in person completes only what is assigned to him or her. The engine itself lets everyone complete who may
 * work on the task, also after losing it to a colleague (its issue 4865). The system may complete any task.
 */
@Component
class OnlyTheAssigneeCompletes implements TaskListener {

    private final Wording wording;
    private final ObjectProvider<Staff> staff;

    OnlyTheAssigneeCompletes(Wording wording, ObjectProvider<Staff> staff) {
        this.wording = wording;
        this.staff = staff;
    }

    @Override
    public void notify(DelegateTask task) {
        Authentication person = task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        if (person == null || person.getUserId() == null || person.getUserId().equals(task.getAssignee())) {
            return;
        }
        throw new InvalidInput("assignee", task.getAssignee() == null ? wording.text("task.claim-first")
                : wording.text("task.not-yours", staff.getObject().displayName(task.getAssignee())));
    }
}
