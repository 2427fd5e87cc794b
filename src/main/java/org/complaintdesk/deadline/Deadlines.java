package org.complaintdesk.deadline;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.complaintdesk.deadline.calendar.BusinessCalendar;
import org.complaintdesk.platform.DecisionTables;
import org.complaintdesk.policy.Severity;
import org.springframework.stereotype.Component;

/**
 * What is due when: decision table {@code deadline}. A clock is the id of a user task, or a word such as
 * {@link #CUSTOMER_ANSWER}. The models' timers ask this bean, so no duration stands in a diagram.
 */
@Component("deadlines")
public class Deadlines {

    /** A customer is to answer what was offered. */
    public static final String CUSTOMER_ANSWER = "CUSTOMER_ANSWER";
    /** An overdue case goes before the next level. */
    public static final String ESCALATION_STEP = "ESCALATION_STEP";

    static final String TABLE = "deadline";

    private final DecisionTables tables;
    private final Clock clock;
    private final DeadlineProperties settings;
    private final Calendars calendars;

    Deadlines(DecisionTables tables, Clock clock, DeadlineProperties settings, Calendars calendars) {
        this.tables = tables;
        this.clock = clock;
        this.settings = settings;
        this.calendars = calendars;
    }

    /**
     * @param severity the name of a severity; null before the diagnosis, then P3 counts
     * @return the moment by which it has to be done, counted from now
     */
    public Date dueAt(String clock, String severity) {
        return Date.from(due(clock, severity(severity), this.clock.instant()));
    }

    /**
     * @param severity the name of a severity; null before the diagnosis, then P3 counts
     * @return the moment to remind the assignee, counted from now: the configured share of the allowed time
     *         on its calendar, not in the quiet hours
     */
    public Date reminderAt(String clock, String severity) {
        Instant now = this.clock.instant();
        Map<String, Object> rule = rule(clock, severity(severity));
        BusinessCalendar calendar = calendar(clock, rule);
        Duration within = duration(clock, rule);
        return Date.from(awake(now, calendar.add(now, share(within)), calendar.add(now, within)));
    }

    /**
     * @return the moment to remind of what is due then: the configured share of the time between the two, not in the
     *         quiet hours
     */
    public Instant reminder(Instant from, Instant due) {
        return awake(from, from.plus(share(Duration.between(from, due))), due);
    }

    /** @param severity null counts as P3 */
    public Instant due(String clock, Severity severity, Instant from) {
        Map<String, Object> rule = rule(clock, severity);
        return calendar(clock, rule).add(from, duration(clock, rule));
    }

    /**
     * @param severity null counts as P3
     * @throws IllegalStateException when the table has no rule, or a duration that is not ISO-8601 or not positive
     */
    public Duration within(String clock, Severity severity) {
        return duration(clock, rule(clock, severity));
    }

    private Map<String, Object> rule(String clock, Severity severity) {
        Severity counted = severity == null ? Severity.P3 : severity;
        List<Map<String, Object>> rules = tables.evaluate(TABLE, Map.of("clock", clock, "severity", counted.name()));
        if (rules.isEmpty()) {
            throw new IllegalStateException("No rule of the decision table deadline applies to " + clock + ", " + counted);
        }
        return rules.get(0);
    }

    private BusinessCalendar calendar(String clock, Map<String, Object> rule) {
        Object name = rule.get("calendar");
        try {
            return calendars.of(name == null ? Calendars.ROUND_THE_CLOCK : name.toString(), null);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("Decision table deadline, " + clock + ": " + e.getMessage(), e);
        }
    }

    /** In the quiet hours it comes at their end; when that would be too late, as they begin, if that is still to come. */
    private Instant awake(Instant from, Instant reminder, Instant due) {
        ZoneId zone = clock.getZone();
        Instant end = settings.quietHours().endAfter(reminder, zone).orElse(reminder);
        if (end.isBefore(due)) {
            return end;
        }
        return settings.quietHours().beginBefore(reminder, zone).filter(begin -> begin.isAfter(from)).orElse(end);
    }

    private Duration share(Duration whole) {
        return Duration.ofMillis(settings.reminderShare().multiply(BigDecimal.valueOf(whole.toMillis())).longValue());
    }

    private static Duration duration(String clock, Map<String, Object> rule) {
        String within = String.valueOf(rule.get("within"));
        try {
            Duration duration = Duration.parse(within);
            if (duration.isNegative() || duration.isZero()) {
                throw new IllegalStateException("Decision table deadline, " + clock + ": the time must be positive: " + within);
            }
            return duration;
        } catch (DateTimeParseException e) {
            throw new IllegalStateException("Decision table deadline, " + clock + ": write a time such as PT24H or P3D, not "
                    + within, e);
        }
    }

    private static Severity severity(String name) {
        return name == null || name.isBlank() ? Severity.P3 : Severity.valueOf(name);
    }
}
