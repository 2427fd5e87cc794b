package org.complaintdesk.casework;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.complaintdesk.identity.SignedIn;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.identity.StaffGroup;
import org.springframework.stereotype.Component;

/** Agents keep their cases. */
@Component
public class CaseHandler {

    private final Staff staff;
    private final SignedIn signedIn;

    CaseHandler(Staff staff, SignedIn signedIn) {
        this.staff = staff;
        this.signedIn = signedIn;
    }

    /**
     * The next task for agents goes to whoever handled the last one, and can be given back.
     *
     * @param handler a user id; null when nobody has worked on the case
     */
    public void keep(DelegateTask task, String handler) {
        if (isForAgents(task) && handler != null && staff.worksOnCases(handler)) {
            task.setAssignee(handler);
        }
    }

    /** @return the user id of whoever handles the case after this task; empty when the task leaves that as it is */
    public Optional<String> after(DelegateTask task) {
        return isForAgents(task) ? signedIn.person() : Optional.empty();
    }

    private static boolean isForAgents(DelegateTask task) {
        return task.getCandidates().stream().anyMatch(link -> StaffGroup.AGENTS.id().equals(link.getGroupId()));
    }
}
