package org.complaintdesk.roster;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;

/**
 * An absence as it is typed: days, which are whole unless a time is given with them.
 *
 * @param person who is away
 */
record NewAbsence(String person, String fromDay, String fromTime, String toDay, String toTime, String reason) {

    private static final int REASON_LENGTH = 200;
    private static final Duration LONGEST = Duration.ofDays(366);

    /** What was typed, as moments. */
    record Read(Instant from, Instant until, String reason) {
    }

    /** @throws InvalidInput when it is no time to come, or has no reason */
    Read read(ZoneId zone, Instant now, Wording wording) {
        LocalDate first = day("fromDay", fromDay, wording);
        LocalDate last = blank(toDay) ? first : day("toDay", toDay, wording);
        Instant from = (blank(fromTime) ? first.atStartOfDay() : first.atTime(time("fromTime", fromTime, wording)))
                .atZone(zone).toInstant();
        Instant until = (blank(toTime) ? last.plusDays(1).atStartOfDay() : last.atTime(time("toTime", toTime, wording)))
                .atZone(zone).toInstant();
        if (!until.isAfter(from)) {
            throw new InvalidInput("toDay", wording.text("roster.problem.order"));
        }
        if (!until.isAfter(now)) {
            throw new InvalidInput("toDay", wording.text("roster.problem.past"));
        }
        if (Duration.between(from, until).compareTo(LONGEST) > 0) {
            throw new InvalidInput("toDay", wording.text("roster.problem.long", LONGEST.toDays()));
        }
        String why = CleanText.of(reason);
        if (why == null || why.length() > REASON_LENGTH) {
            throw new InvalidInput("reason", wording.text("roster.problem.reason", REASON_LENGTH));
        }
        return new Read(from, until, why.replace('\n', ' '));
    }

    private static LocalDate day(String field, String typed, Wording wording) {
        try {
            return Week.date(typed == null ? "" : typed);
        } catch (DateTimeException e) {
            throw new InvalidInput(field, wording.text("roster.problem.day"));
        }
    }

    private static LocalTime time(String field, String typed, Wording wording) {
        try {
            return LocalTime.parse(typed.strip());
        } catch (DateTimeException e) {
            throw new InvalidInput(field, wording.text("roster.problem.time"));
        }
    }

    private static boolean blank(String typed) {
        return typed == null || typed.isBlank();
    }
}
