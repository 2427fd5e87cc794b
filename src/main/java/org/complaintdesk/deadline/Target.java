package org.complaintdesk.deadline;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much time a clock allows, before it is laid on a calendar. */
sealed interface Target {

    /** The longest target that is not taken for a slip of the pen. */
    Duration LONGEST = Duration.ofDays(3660);

    Pattern WORKING_DAYS = Pattern.compile("(\\d{1,4})WD");

    /**
     * @param text an ISO-8601 duration of open time, such as {@code PT24H}, or working days such as {@code 7WD}. On
     *         service hours {@code P1D} is 24 open hours, which is not one day: write {@code 1WD} for that.
     * @throws IllegalArgumentException when it is neither, or not positive, or more than ten years
     */
    static Target parse(String text) {
        Matcher days = WORKING_DAYS.matcher(text);
        if (days.matches()) {
            return new WorkingDays(Integer.parseInt(days.group(1)));
        }
        try {
            return new OpenTime(Duration.parse(text));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("Write a time such as PT24H or 7WD, not " + text, e);
        }
    }

    /** @param time open time on the calendar of the clock */
    record OpenTime(Duration time) implements Target {

        public OpenTime {
            if (time.isNegative() || time.isZero() || time.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException("A target is positive and at most ten years: " + time);
            }
        }

        @Override
        public String toString() {
            return time.toString();
        }
    }

    /** @param days whole working days: the day it begins is not counted, and the last one ends when its hours do */
    record WorkingDays(int days) implements Target {

        public WorkingDays {
            if (days < 1 || days > LONGEST.toDays()) {
                throw new IllegalArgumentException("A target is positive and at most ten years: " + days + " days");
            }
        }

        @Override
        public String toString() {
            return days + "WD";
        }
    }
}
