package org.complaintdesk.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DutyHoursTests {

    private static final DutyHours WEEK = DutyHours.parse("MON 09:00-12:00 13:00-18:00; FRI 22:00-06:00; SUN 00:00-24:00");

    /** 2026-11-23 is a Monday. */
    @ParameterizedTest
    @CsvSource({
            "2026-11-23T08:59, false", "2026-11-23T09:00, true", "2026-11-23T11:59, true", "2026-11-23T12:00, false",
            "2026-11-23T13:00, true", "2026-11-23T18:00, false", "2026-11-24T10:00, false",
            "2026-11-27T21:59, false", "2026-11-27T22:00, true", "2026-11-28T00:00, true", "2026-11-28T05:59, true",
            "2026-11-28T06:00, false", "2026-11-28T22:30, false",
            "2026-11-29T00:00, true", "2026-11-29T23:59, true", "2026-11-30T00:00, false"})
    void someone_is_on_duty_within_the_hours_also_over_midnight(LocalDateTime moment, boolean onDuty) {
        assertThat(WEEK.holds(moment)).isEqualTo(onDuty);
    }

    @Test
    void nothing_entered_means_any_time() {
        assertThat(DutyHours.ANY_TIME.holds(LocalDateTime.parse("2026-11-23T03:00"))).isTrue();
        assertThat(DutyHours.parse("")).isEqualTo(DutyHours.ANY_TIME);
        assertThat(DutyHours.ANY_TIME.text()).isEmpty();
    }

    @Test
    void hours_are_kept_as_calendars_are_written() {
        assertThat(WEEK.text()).isEqualTo("MON 09:00-12:00 13:00-18:00; FRI 22:00-06:00; SUN 00:00-24:00");
        assertThat(DutyHours.parse(WEEK.text())).isEqualTo(WEEK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"13:00-18:00 9:00-12:00", "09：00－12：00、13：00－18：00", "9:00~12:00，13:00～18:00", "09:00至12:00和13:00到18:00",
            " 09:00 - 12:00 , 13:00 — 18:00 "})
    void hours_are_read_as_people_type_them(String typed) {
        assertThat(Shift.text(Shift.parse(typed))).isEqualTo("09:00-12:00 13:00-18:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9-12", "上午", "09:00-25:00", "09:60-10:00", "09:00", "09:00-12:00 11:00-13:00", "09:00-12:00 x",
            "22:00-06:00 23:00-23:30"})
    void anything_else_is_refused(String typed) {
        assertThatThrownBy(() -> Shift.parse(typed)).isInstanceOf(IllegalArgumentException.class);
    }
}
