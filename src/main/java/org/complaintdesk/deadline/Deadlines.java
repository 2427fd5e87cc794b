package org.complaintdesk.deadline;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.complaintdesk.platform.DecisionTables;
import org.complaintdesk.policy.Severity;
import org.springframework.stereotype.Component;

/**
 * What is due when: decision table {@code deadline}. A clock is the id of a user task, or a word such as
 * {@link #SETTLEMENT}. The models' timers ask this bean, so no duration stands in a diagram.
 */
@Component("deadlines")
public class Deadlines {

    /** A complaint is to be settled. */
    public static final String SETTLEMENT = "SETTLEMENT";
    /** A customer is to answer what was offered. */
    public static final String CUSTOMER_ANSWER = "CUSTOMER_ANSWER";
    /** An overdue case goes before the next level. */
    public static final String ESCALATION_STEP = "ESCALATION_STEP";

    private static final String TABLE = "deadline";

    private final DecisionTables tables;
    private final Clock clock;
    private final DeadlineProperties settings;

    Deadlines(DecisionTables tables, Clock clock, DeadlineProperties settings) {
        this.tables = tables;
        this.clock = clock;
        this.settings = settings;
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
     */
    public Date reminderAt(String clock, String severity) {
        Duration share = share(within(clock, severity(severity)));
        return Date.from(this.clock.instant().plus(share));
    }

    /** @return the moment to remind of what is due then: the configured share of the time between the two */
    public Instant reminder(Instant from, Instant due) {
        return from.plus(share(Duration.between(from, due)));
    }

    /** @param severity null counts as P3 */
    public Instant due(String clock, Severity severity, Instant from) {
        return from.plus(within(clock, severity));
    }

    /**
     * @param severity null counts as P3
     * @throws IllegalStateException when the table has no rule, or a duration that is not ISO-8601 or not positive
     */
    public Duration within(String clock, Severity severity) {
        Severity counted = severity == null ? Severity.P3 : severity;
        List<Map<String, Object>> rules = tables.evaluate(TABLE, Map.of("clock", clock, "severity", counted.name()));
        if (rules.isEmpty()) {
            throw new IllegalStateException("No rule of the decision table deadline applies to " + clock + ", " + counted);
        }
        return duration(clock, String.valueOf(rules.get(0).get("within")));
    }

    private Duration share(Duration whole) {
        return Duration.ofMillis(settings.reminderShare().multiply(BigDecimal.valueOf(whole.toMillis())).longValue());
    }

    private static Duration duration(String clock, String within) {
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
