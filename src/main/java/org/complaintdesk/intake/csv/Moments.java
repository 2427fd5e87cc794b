package org.complaintdesk.intake.csv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Points in time as people, platforms and spreadsheets write them; a day alone means its beginning. */
final class Moments {

    private static final Pattern WRITTEN = Pattern.compile(
            "(?<year>\\d{4})\\s*[-/.年]\\s*(?<month>\\d{1,2})\\s*[-/.月]\\s*(?<day>\\d{1,2})\\s*日?"
                    + "(?:[t\\s]*(?<before>上午|下午|am|pm)?\\s*(?<hour>\\d{1,2})\\s*[:时点]\\s*(?<minute>\\d{1,2})?\\s*分?"
                    + "(?:\\s*:?\\s*(?<second>\\d{1,2})(?:[.,]\\d{1,9})?\\s*秒?)?\\s*(?<after>上午|下午|am|pm)?)?"
                    + "\\s*(?<offset>z|[+-]\\d{2}:?\\d{2})?");
    private static final Pattern DIGITS = Pattern.compile(
            "(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})(?:(?<hour>\\d{2})(?<minute>\\d{2})(?<second>\\d{2}))?");
    private static final Pattern SERIAL = Pattern.compile("[2-7]\\d{4}(\\.\\d+)?");
    /** Excel counts days from here for every date after February 1900. */
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final int SECONDS_OF_A_DAY = 86_400;

    private Moments() {
    }

    /** @param value a {@link Cell#value} that is not empty */
    static Instant moment(String value, ZoneId zone) throws Unreadable {
        String text = value.toLowerCase(Locale.ROOT);
        try {
            Matcher written = WRITTEN.matcher(text);
            if (written.matches()) {
                LocalDateTime at = day(written).atTime(hour(written), number(written, "minute"), number(written, "second"));
                String offset = written.group("offset");
                return at.atZone(offset == null ? zone : ZoneOffset.of(offset.toUpperCase(Locale.ROOT))).toInstant();
            }
            Matcher digits = DIGITS.matcher(text);
            if (digits.matches()) {
                return day(digits).atTime(number(digits, "hour"), number(digits, "minute"), number(digits, "second"))
                        .atZone(zone).toInstant();
            }
            if (SERIAL.matcher(text).matches()) {
                double serial = Double.parseDouble(text);
                return SERIAL_ZERO.plusDays((long) serial).atStartOfDay()
                        .plusSeconds(Math.round((serial - Math.floor(serial)) * SECONDS_OF_A_DAY)).atZone(zone).toInstant();
            }
        } catch (DateTimeException e) {
            throw new Unreadable("import.no-moment", value);
        }
        throw new Unreadable("import.no-moment", value);
    }

    private static LocalDate day(Matcher text) {
        return LocalDate.of(number(text, "year"), number(text, "month"), number(text, "day"));
    }

    private static int hour(Matcher text) {
        int hour = number(text, "hour");
        String half = text.group("before") == null ? text.group("after") : text.group("before");
        if (half == null || hour > 12) {
            return hour;
        }
        boolean afternoon = half.equals("下午") || half.equals("pm");
        return hour % 12 + (afternoon ? 12 : 0);
    }

    private static int number(Matcher text, String part) {
        return text.group(part) == null ? 0 : Integer.parseInt(text.group(part));
    }
}
