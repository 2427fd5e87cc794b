package org.complaintdesk.deadline;

import java.time.Instant;
import java.util.Date;
import org.springframework.stereotype.Component;

/**
 * The clocks as the models ask for them: absolute moments for timers, such as {@code ${clocks.nextReminder(number)}}.
 * Moments are rounded up to the engine's milliseconds, so that a timer never comes before its alarm.
 */
@Component("clocks")
public class ClockTimes {

    /** Nothing is to come; far enough that no timer ever fires. */
    public static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final CaseClocks clocks;
    private final SupervisedCases supervised;

    ClockTimes(CaseClocks clocks, SupervisedCases supervised) {
        this.clocks = clocks;
        this.supervised = supervised;
    }

    public Date nextReminder(String number) {
        return date(clocks.nextReminder(number, supervised.level(number)));
    }

    public Date nextEscalation(String number) {
        return date(clocks.nextEscalation(number));
    }

    /** @param levelSoFar the level of escalation the case stands at; null counts as none */
    public Date nextEscalation(String number, Integer levelSoFar) {
        return date(clocks.nextEscalation(number, levelSoFar == null ? 0 : levelSoFar));
    }

    /** @param subject empty or null for a clock the case has only one of */
    public Date nextAlarm(String number, String clock, String subject) {
        return date(clocks.nextAlarm(key(number, clock, subject)));
    }

    /** @param upTo the level of escalation the case stands at */
    public Date nextBreach(String number, String clock, String subject, int upTo) {
        return date(clocks.nextBreach(key(number, clock, subject), upTo));
    }

    /** @return when the clock is due; {@link #NEVER} when it is not there, waits, or is stopped */
    public Date due(String number, String clock, String subject) {
        return date(clocks.row(key(number, clock, subject)).filter(row -> row.state() == ClockState.RUNNING)
                .map(ClockRow::dueAt).orElse(NEVER));
    }

    private static ClockKey key(String number, String clock, String subject) {
        return new ClockKey(number, ClockName.valueOf(clock), subject);
    }

    private static Date date(Instant moment) {
        return Date.from(moment.plusNanos(999_999));
    }
}
