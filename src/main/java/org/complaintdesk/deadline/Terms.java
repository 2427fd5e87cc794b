package org.complaintdesk.deadline;

import java.util.Objects;
import org.complaintdesk.deadline.calendar.BusinessCalendar;

/** What a clock is held to: the rule, the time it allows, the calendar that time is measured on, and the alarms. */
record Terms(Rule rule, Target target, BusinessCalendar calendar, AlarmShares alarms) {

    Terms {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(calendar, "calendar");
        Objects.requireNonNull(alarms, "alarms");
    }
}
