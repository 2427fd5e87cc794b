package org.complaintdesk.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.complaintdesk.deadline.Deadlines;
import org.complaintdesk.identity.StaffGroup;
import org.complaintdesk.identity.StaffNotice;
import org.complaintdesk.identity.StaffNoticeDue;
import org.complaintdesk.policy.Severity;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Brings an overdue case before the next level: supervisors first, then managers. */
@Component
public class Escalation {

    private static final int LAST_LEVEL = 2;

    private final Deadlines deadlines;
    private final Clock clock;
    private final TaskService tasks;
    private final ApplicationEventPublisher events;

    Escalation(Deadlines deadlines, Clock clock, TaskService tasks, ApplicationEventPublisher events) {
        this.deadlines = deadlines;
        this.clock = clock;
        this.tasks = tasks;
        this.events = events;
    }

    /**
     * A level a case has come before.
     *
     * @param number 1 for supervisors, 2 for managers
     * @param group  the id of the group that supervises
     * @param next   when it goes before the next level
     */
    public record Level(int number, String group, Instant next) {

        public boolean isFirst() {
            return number == 1;
        }
    }

    /**
     * Takes the case to the next level, as the process' gateways, timers and supervising task read it.
     *
     * @param levelSoFar 0 when it was never escalated
     */
    public Level raise(EscalationVariables variables, int levelSoFar, Severity severity) {
        boolean first = levelSoFar == 0;
        StaffGroup group = first ? StaffGroup.SUPERVISORS : StaffGroup.MANAGERS;
        Instant next = deadlines.due(Deadlines.ESCALATION_STEP, severity, clock.instant());
        variables.raised(group.id(), next);
        return new Level(first ? 1 : LAST_LEVEL, group.id(), next);
    }

    /**
     * Puts the case's open tasks before all others and tells the level's people.
     *
     * @param facts what the message says about the case
     */
    public void announce(Level level, String caseNumber, int priority, Map<String, String> facts) {
        tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).list()
                .forEach(task -> tasks.setPriority(task.getId(), priority));
        events.publishEvent(new StaffNoticeDue(caseNumber, StaffNotice.ESCALATION, level.group(), facts));
    }
}
