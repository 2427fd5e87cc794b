package org.complaintdesk.casework;

import java.time.Clock;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.identity.SignedIn;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.identity.StaffGroup;
import org.complaintdesk.roster.Roster;
import org.springframework.stereotype.Component;

/** Agents keep their cases while they are there. */
@Component
public class CaseHandler {

    private final Staff staff;
    private final Shops shops;
    private final SignedIn signedIn;
    private final Roster roster;
    private final Clock clock;

    CaseHandler(Staff staff, Shops shops, SignedIn signedIn, Roster roster, Clock clock) {
        this.staff = staff;
        this.shops = shops;
        this.signedIn = signedIn;
        this.roster = roster;
        this.clock = clock;
    }

    /**
     * The next task for agents goes to whoever handled the last one, and can be given back. While that person is away it is
     * open to all agents.
     *
     * @param handler a user id; null when nobody has worked on the case
     */
    public void keep(DelegateTask task, String handler) {
        if (isForAgents(task) && handler != null && staff.worksOnCases(handler)
                && shops.sees(handler, task.getTenantId()) && !roster.isAbsent(handler, clock.instant())) {
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
