package org.complaintdesk.casework;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.deadline.ClockName;
import org.complaintdesk.deadline.ClockState;
import org.complaintdesk.deadline.ClockRow;
import org.complaintdesk.deadline.OnBreach;
import org.complaintdesk.deadline.Deadlines;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.platform.FormInput;
import org.complaintdesk.policy.Severity;
import org.complaintdesk.roster.Roster;
import org.springframework.stereotype.Component;

/** How a supervisor, later a manager, sees to an overdue case. */
@Component
public class Supervision {

    private static final Duration LONGEST_EXTENSION = Duration.ofDays(60);
    private static final int FIRST_LEVEL = 1;
    /** What a new time for the case is a new time for. */
    private static final Set<ClockName> PROMISED = EnumSet.of(ClockName.PROPOSAL, ClockName.SETTLEMENT, ClockName.EXECUTION);

    private final TaskService tasks;
    private final Staff staff;
    private final Shops shops;
    private final Deadlines deadlines;
    private final CaseClocks clocks;
    private final DueTimes dueTimes;
    private final Roster roster;
    private final Clock clock;

    Supervision(TaskService tasks, Staff staff, Shops shops, Deadlines deadlines, CaseClocks clocks, DueTimes dueTimes,
                Roster roster, Clock clock) {
        this.tasks = tasks;
        this.staff = staff;
        this.shops = shops;
        this.deadlines = deadlines;
        this.clocks = clocks;
        this.dueTimes = dueTimes;
        this.roster = roster;
        this.clock = clock;
    }

    /**
     * What is open on the case, to be handed to someone or given more time.
     *
     * @param supervisingTask the key of the task in which this happens, which is not part of it
     */
    public OpenWork openWork(String caseNumber, String supervisingTask) {
        List<Task> all = tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).list();
        String shop = all.stream().map(Task::getTenantId).filter(Objects::nonNull).findFirst().orElse(null);
        return new OpenWork(tasks, staff, shops, shop, dueTimes, people -> roster.notAway(people, clock.instant()),
                all.stream().filter(task -> !supervisingTask.equals(task.getTaskDefinitionKey())).toList());
    }

    /**
     * @return the field {@code newDueAt}: a moment in the future that is not too far away
     * @throws org.complaintdesk.platform.InvalidInput when it is neither
     */
    public Instant newTime(FormInput input) {
        Instant due = input.optionalTime("newDueAt");
        if (due == null) {
            throw input.invalid("newDueAt", "input.missing");
        }
        if (!due.isAfter(clock.instant()) || due.isAfter(clock.instant().plus(LONGEST_EXTENSION))) {
            throw input.invalid("newDueAt", "supervise.time-out-of-range", LONGEST_EXTENSION.toDays());
        }
        return due;
    }

    /** The case without clocks got a new time; the escalation looks at it again then. */
    public void promised(EscalationVariables variables, Instant newTime) {
        variables.supervised(true, true, newTime);
    }

    /**
     * The case got a new time: so did every clock of it that would be overdue before. When it passes the case goes before
     * the next level, or before the last one again.
     *
     * @param by  the user id of whoever promised
     * @param why in their own words
     */
    public void promised(EscalationVariables variables, String caseNumber, Instant newTime, String by, String why) {
        clocks.rows(caseNumber).stream().filter(row -> PROMISED.contains(row.key().name()) && row.state() != ClockState.STOPPED)
                .filter(row -> row.key().name() == ClockName.SETTLEMENT || row.dueAt().isBefore(newTime))
                .forEach(row -> clocks.promise(row.key(), newTime, by, why));
        variables.watchFrom(Math.min(variables.levelSoFar(0), Escalation.LAST_LEVEL - 1));
        variables.supervised(true, true, clocks.nextEscalation(caseNumber));
    }

    /** @return the running clocks of the case that are overdue and take it before the next level */
    public List<ClockRow> overdue(String caseNumber) {
        return clocks.rows(caseNumber).stream().filter(row -> row.state() == ClockState.RUNNING && row.overdue()
                && row.onBreach() == OnBreach.ESCALATE).toList();
    }

    /** The case is in hand; the escalation looks at it again when its clocks reach the next level. */
    public void inHand(EscalationVariables variables, String caseNumber) {
        variables.supervised(false, true, clocks.nextEscalation(caseNumber));
    }

    /** The case without clocks is in hand; unless this was the last level, the escalation looks at it again a step later. */
    public void inHand(EscalationVariables variables, int level, Severity severity) {
        variables.supervised(false, level == FIRST_LEVEL, deadlines.due(Deadlines.ESCALATION_STEP, severity, clock.instant()));
    }
}
