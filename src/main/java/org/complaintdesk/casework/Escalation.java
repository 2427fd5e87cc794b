package org.complaintdesk.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.deadline.Deadlines;
import org.complaintdesk.deadline.RaisedAlarm;
import org.complaintdesk.identity.StaffGroup;
import org.complaintdesk.identity.StaffNotice;
import org.complaintdesk.identity.StaffNoticeDue;
import org.complaintdesk.policy.Severity;
import org.complaintdesk.roster.Roster;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Brings an overdue case before the next level: supervisors first, then managers, then whom the settings name. */
@Component
public class Escalation {

    private static final int MANAGERS = 2;
    static final int LAST_LEVEL = 3;

    private final Deadlines deadlines;
    private final CaseClocks clocks;
    private final Clock clock;
    private final TaskService tasks;
    private final EscalationProperties settings;
    private final Roster roster;
    private final ApplicationEventPublisher events;

    Escalation(Deadlines deadlines, CaseClocks clocks, Clock clock, TaskService tasks, EscalationProperties settings,
               Roster roster, ApplicationEventPublisher events) {
        this.deadlines = deadlines;
        this.clocks = clocks;
        this.clock = clock;
        this.tasks = tasks;
        this.settings = settings;
        this.roster = roster;
        this.events = events;
    }

    /**
     * A level a case has come before.
     *
     * @param number 1 for supervisors, 2 for managers, 3 for the group of the settings
     * @param group  the id of the group that supervises
     * @param next   when it goes before the next level
     * @param alarm  what was missed; null for cases without clocks
     */
    public record Level(int number, String group, Instant next, RaisedAlarm alarm) {
    }

    /**
     * Takes a case without clocks to the next level, as the process' gateways, timers and supervising task read it.
     *
     * @param levelSoFar 0 when it was never escalated
     */
    public Level raise(EscalationVariables variables, int levelSoFar, Severity severity) {
        int level = levelSoFar == 0 ? 1 : MANAGERS;
        Instant next = deadlines.due(Deadlines.ESCALATION_STEP, severity, clock.instant());
        variables.raised(level, roster.seenBy(group(level), variables.shop(), clock.instant()), next);
        return new Level(level, group(level), next, null);
    }

    /**
     * What the clocks of a case say now.
     *
     * @param level  the level the case has come before; empty when nothing takes it further
     * @param beside what else was missed and its people have to be told of: matters with others outside
     */
    public record Raised(Optional<Level> level, List<RaisedAlarm> beside) {
    }

    /**
     * Takes a case to the level its clocks have reached. When they have reached none, because a clock was paused or moved
     * while the timer was on its way, a supervision that the timer interrupted goes on, and otherwise there is none.
     *
     * @param levelSoFar 0 when it was never escalated
     */
    public Raised raise(EscalationVariables variables, String caseNumber, int levelSoFar) {
        int standing = variables.levelSoFar(levelSoFar);
        List<RaisedAlarm> raised = clocks.raiseEscalation(caseNumber, standing);
        Optional<RaisedAlarm> highest = raised.stream().filter(alarm -> alarm.level().escalation() > standing)
                .max(Comparator.comparing(RaisedAlarm::level).thenComparing(RaisedAlarm::moment, Comparator.reverseOrder()));
        List<RaisedAlarm> beside = raised.stream().filter(alarm -> !Optional.of(alarm).equals(highest)).toList();
        Instant next = clocks.nextEscalation(caseNumber);
        if (highest.isEmpty()) {
            variables.nothingNew(next);
            return new Raised(Optional.empty(), beside);
        }
        int level = highest.get().level().escalation();
        variables.raised(level, roster.seenBy(group(level), variables.shop(), clock.instant()), next);
        return new Raised(Optional.of(new Level(level, group(level), next, highest.get())), beside);
    }

    /**
     * Tells the people of the level that an alarm asks for, where no supervision follows.
     *
     * @return the id of their group
     */
    public String tell(RaisedAlarm alarm, Map<String, String> facts) {
        // A matter with others outside may outlast the case: that it is late does not say that the case is unsettled.
        StaffNotice kind = alarm.clock().subject().isEmpty() ? StaffNotice.ESCALATION : StaffNotice.OVERDUE;
        return tell(alarm.clock().caseNumber(), alarm.level().escalation(), kind, facts);
    }

    /** The same where a case has no clocks. */
    public String tell(String caseNumber, int level, Map<String, String> facts) {
        return tell(caseNumber, level, StaffNotice.ESCALATION, facts);
    }

    private String tell(String caseNumber, int level, StaffNotice kind, Map<String, String> facts) {
        String group = group(level);
        events.publishEvent(new StaffNoticeDue(caseNumber, kind, group, facts));
        return group;
    }

    private String group(int level) {
        return switch (level) {
            case 1 -> StaffGroup.SUPERVISORS.id();
            case MANAGERS -> StaffGroup.MANAGERS.id();
            case LAST_LEVEL -> settings.thirdLevelGroup().id();
            default -> throw new IllegalArgumentException("There is no level " + level);
        };
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
