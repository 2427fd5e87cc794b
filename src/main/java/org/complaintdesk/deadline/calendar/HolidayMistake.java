package org.complaintdesk.deadline.calendar;

import java.util.Arrays;
import java.util.List;

/** What is wrong with the holidays of a year, so that the page on which they are published can say it in its language. */
public class HolidayMistake extends IllegalArgumentException {

    /** What kind of mistake. Labels: {@code HolidayMistake.*} in the message bundles, with what it is about as arguments. */
    public enum Kind {
        /** Which line cannot be read. */
        UNREADABLE,
        /** The name of the file, and the year it should be named after. */
        OTHER_YEAR,
        /** The year. */
        YEAR_INCOMPLETE,
        /** The name of the holiday. */
        HOLIDAY_INCOMPLETE,
        /** The name of the holiday, its first and last day, and the number of days it says. */
        DAYS_DIFFER,
        /** The name of the holiday, and the day. */
        NO_WEEKEND,
        /** The name of the holiday, the day, and the year. */
        OUTSIDE_YEAR,
        /** The name of the holiday, and the day. */
        NAMED_TWICE
    }

    private final Kind kind;
    private final List<String> about;

    HolidayMistake(Kind kind, String message, Object... about) {
        super(message);
        this.kind = kind;
        this.about = Arrays.stream(about).map(String::valueOf).toList();
    }

    public Kind kind() {
        return kind;
    }

    public List<String> about() {
        return about;
    }
}
