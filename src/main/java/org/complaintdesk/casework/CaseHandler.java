package org.complaintdesk.casework;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.complaintdesk.assignment.Assignment;
import org.complaintdesk.assignment.AssignmentMode;
import org.complaintdesk.assignment.NewWork;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.identity.SignedIn;
import org.complaintdesk.identity.StaffGroup;
import org.complaintdesk.roster.Roster;
import org.springframework.stereotype.Component;

/** Agents keep their cases while they are there; who gets a task that nobody keeps, {@link Assignment} decides. */
@Component
public class CaseHandler {

    private final Shops shops;
    private final SignedIn signedIn;
    private final Roster roster;
    private final Assignment assignment;
    private final List<CasesInHand> kinds;
    private final Clock clock;

    CaseHandler(Shops shops, SignedIn signedIn, Roster roster, Assignment assignment, List<CasesInHand> kinds, Clock clock) {
        this.shops = shops;
        this.signedIn = signedIn;
        this.roster = roster;
        this.assignment = assignment;
        this.kinds = kinds;
        this.clock = clock;
    }

    /**
     * The next task for agents goes to whoever handled the last one, and can be given back. While that person is away, or
     * when there is none, it goes to whom the assignment chooses; where it chooses nobody it is open to all agents.
     *
     * @param handler a user id; null when nobody has worked on the case
     * @param work    what is to be known for the choice
     * @return the user id of whoever handles a case from now on that nobody handled before; else empty
     */
    public Optional<String> keep(DelegateTask task, String handler, Supplier<NewWork> work) {
        if (!isForAgents(task)) {
            return Optional.empty();
        }
        if (isThere(handler, task.getTenantId())) {
            task.setAssignee(handler);
            return Optional.empty();
        }
        Optional<String> chosen = assignment.whoGets(StaffGroup.AGENTS.id(), work);
        chosen.ifPresent(task::setAssignee);
        return handler == null ? chosen : Optional.empty();
    }

    /**
     * The same for a task beside the flow of its case, which is open to all agents unless tasks are assigned.
     *
     * @param caseNumber null when it belongs to no case
     */
    public void assign(DelegateTask task, String caseNumber, Supplier<NewWork> work) {
        if (assignment.mode() != AssignmentMode.OFF) {
            keep(task, caseNumber == null ? null : handlerOf(caseNumber), work);
        }
    }

    /** @return the user id of whoever handles the case after this task; empty when the task leaves that as it is */
    public Optional<String> after(DelegateTask task) {
        return isForAgents(task) ? signedIn.person() : Optional.empty();
    }

    private boolean isThere(String handler, String shop) {
        return handler != null && shops.worksOnCasesOf(handler, shop) && !roster.isAbsent(handler, clock.instant());
    }

    private String handlerOf(String caseNumber) {
        return kinds.stream().flatMap(kind -> kind.handlerOf(caseNumber).stream()).findFirst().orElse(null);
    }

    private static boolean isForAgents(DelegateTask task) {
        return task.getCandidates().stream().anyMatch(link -> StaffGroup.AGENTS.id().equals(link.getGroupId()));
    }
}
