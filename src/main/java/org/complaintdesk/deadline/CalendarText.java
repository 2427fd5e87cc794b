package org.complaintdesk.deadline;

import java.time.ZoneId;

/** A calendar as one line, so that a clock keeps the hours it was counted on: name|zone|cn or none|hours. */
final class CalendarText {

    private static final String KEPT = "cn";
    private static final String NOT_KEPT = "none";

    private CalendarText() {
    }

    static String write(CalendarSheet sheet) {
        return String.join("|", sheet.name(), sheet.zone().getId(), sheet.holidays() ? KEPT : NOT_KEPT, sheet.hours());
    }

    static CalendarSheet read(String text) {
        String[] parts = text.split("\\|", 4);
        return new CalendarSheet(parts[0], ZoneId.of(parts[1]), parts[3], parts[2].equals(KEPT));
    }
}
