package org.complaintdesk.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.complaintdesk.platform.DecisionTables;
import org.complaintdesk.platform.DeskProperties;
import org.complaintdesk.platform.DeskProperties.Language;
import org.complaintdesk.platform.QuietHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When tasks are due and reminded of: on the calendar of their rule, and not in the quiet hours. */
class TaskTimesTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final DeadlineProperties SETTINGS = new DeadlineProperties(new BigDecimal("0.5"),
            QuietHours.valueOf("22:00-08:00"), Map.of(), null);

    @ParameterizedTest
    @CsvSource({"23T09:00, PT4H, 23T11:00", "23T20:00, PT16H, 24T08:00", "23T23:00, PT16H, 24T08:00",
            "23T21:00, PT8H, 23T22:00", "23T23:00, PT2H, 24T08:00"})
    void a_reminder_waits_for_the_morning_or_comes_in_the_evening(String now, String within, String reminder) {
        assertThat(deadlines(now, within, "ROUND_THE_CLOCK").reminderAt("X", null)).isEqualTo(at(reminder));
    }

    @Test
    void a_task_on_service_hours_is_due_in_service_hours() {
        assertThat(deadlines("23T20:00", "PT4H", "SERVICE_HOURS").dueAt("X", null)).isEqualTo(at("24T12:00"));
        assertThat(deadlines("23T20:00", "PT4H", "SERVICE_HOURS").reminderAt("X", null)).isEqualTo(at("24T10:00"));
    }

    @Test
    void a_rule_without_a_calendar_counts_all_time() {
        assertThat(deadlines("23T20:00", "PT4H", null).dueAt("X", null)).isEqualTo(at("24T00:00"));
    }

    @Test
    void a_calendar_there_is_not_is_said() {
        assertThatIllegalStateException().isThrownBy(() -> deadlines("23T20:00", "PT4H", "NIGHTS").dueAt("X", null))
                .withMessageStartingWith("Decision table deadline, X: There is no calendar NIGHTS");
    }

    private static Deadlines deadlines(String now, String within, String calendar) {
        DecisionTables tables = mock(DecisionTables.class);
        when(tables.evaluate(anyString(), any())).thenReturn(
                List.of(calendar == null ? Map.of("within", within) : Map.of("within", within, "calendar", calendar)));
        HolidayStore store = mock(HolidayStore.class);
        Calendars calendars = new Calendars(SETTINGS, new DeskProperties(URI.create("http://x"), Language.ZH, SHANGHAI, null),
                new HolidayData(SETTINGS, store));
        return new Deadlines(tables, Clock.fixed(moment(now), SHANGHAI), SETTINGS, calendars);
    }

    private static Date at(String text) {
        return Date.from(moment(text));
    }

    private static Instant moment(String text) {
        return LocalDateTime.parse("2026-11-" + text).atZone(SHANGHAI).toInstant();
    }
}
