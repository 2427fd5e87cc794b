package org.complaintdesk.deadline;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.complaintdesk.platform.ShippedTables;
import org.complaintdesk.platform.TableColumn;
import org.complaintdesk.platform.TableUse;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.policy.Severity;
import org.springframework.stereotype.Component;

/** What {@link Deadlines} reads in its table: every clock that the software's own table knows has a time. */
@Component
class DeadlineTable implements TableUse {

    private static final Duration LONGEST = Duration.ofDays(3660);

    private final ShippedTables shipped;
    private final Calendars calendars;
    private final Wording wording;

    DeadlineTable(ShippedTables shipped, Calendars calendars, Wording wording) {
        this.shipped = shipped;
        this.calendars = calendars;
        this.wording = wording;
    }

    @Override
    public String table() {
        return Deadlines.TABLE;
    }

    @Override
    public Map<String, TableColumn> columns() {
        return Map.of("clock", TableColumn.words("policy.word.clock", shipped.words(table(), "clock")),
                "severity", TableColumn.words(Severity.class), "within", TableColumn.time(this::within),
                "calendar", TableColumn.words("calendar", calendars.all().stream().map(CalendarSheet::name).toList()));
    }

    private void within(String text) {
        try {
            Duration within = Duration.parse(text);
            if (within.isNegative() || within.isZero() || within.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(wording.text("policy.no-duration", text));
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(wording.text("policy.no-duration", text), e);
        }
    }
}
