package org.complaintdesk.deadline;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What happens to one clock of a made-up case; times are half-minutes since {@link PlainCalendar#BEGIN}.
 *
 * @param start  from when time counts
 * @param known  when the desk learnt of it, not before
 * @param target {@code 90m} of open time, or {@code 7WD}
 * @param shares after which part of the time each alarm comes, by the name of its level
 * @param events in the order of time
 * @param end    how far the clock is looked at
 */
record ClockStory(String name, PlainCalendar calendar, String target, Map<String, BigDecimal> shares, int start, int known,
        List<Event> events, int end) {

    /** What can happen to a clock. */
    enum What {
        PAUSE, RESUME, STOP,
        /** Taken up again with the whole target, which may be another by now. */
        REOPEN,
        /** Taken up again with what was left. */
        CONTINUE,
        /** Held to another target or calendar. */
        CHANGE
    }

    /** @param calendar null, as target, unless the clock is held to these terms from then on */
    record Event(What what, int at, PlainCalendar calendar, String target) {
    }
}
