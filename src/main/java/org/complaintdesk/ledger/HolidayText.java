package org.complaintdesk.ledger;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.complaintdesk.deadline.calendar.Holiday;
import org.complaintdesk.deadline.calendar.HolidayYear;

/** The holidays of a year as the file they are loaded from, an example for the next one. */
final class HolidayText {

    private HolidayText() {
    }

    static String of(HolidayYear year) {
        return """
                year: %d
                notice: %s
                published: %s
                holidays:
                %s
                """.formatted(year.year(), quoted(year.notice()), year.published(),
                year.holidays().stream().map(HolidayText::line).collect(Collectors.joining("\n")));
    }

    private static String line(Holiday holiday) {
        return "  - {name: %s, from: %s, to: %s, days: %d, workdays: [%s]}".formatted(quoted(holiday.name()), holiday.from(), holiday.to(),
                holiday.days(), holiday.workdays().stream().map(LocalDate::toString).collect(Collectors.joining(", ")));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
