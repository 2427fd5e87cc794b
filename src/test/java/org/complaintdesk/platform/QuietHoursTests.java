package org.complaintdesk.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuietHoursTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({
            "22:00-08:00, 2026-11-22T21:59, ", "22:00-08:00, 2026-11-22T22:00, 2026-11-23T08:00",
            "22:00-08:00, 2026-11-23T00:30, 2026-11-23T08:00", "22:00-08:00, 2026-11-23T07:59, 2026-11-23T08:00",
            "22:00-08:00, 2026-11-23T08:00, ", "13:00-14:00, 2026-11-22T13:30, 2026-11-22T14:00",
            "13:00-14:00, 2026-11-22T23:30, ", "off, 2026-11-22T23:30, ", "08:00-08:00, 2026-11-22T08:00, "})
    void nobody_is_disturbed_between_the_two_hours(String quiet, LocalDateTime now, LocalDateTime until) {
        assertThat(QuietHours.valueOf(quiet).endAfter(now.atZone(SHANGHAI).toInstant(), SHANGHAI)
                .map(end -> end.atZone(SHANGHAI).toLocalDateTime()).orElse(null)).isEqualTo(until);
    }

    @ParameterizedTest
    @CsvSource({
            "22:00-08:00, 2026-11-22T21:59, ", "22:00-08:00, 2026-11-22T22:00, 2026-11-22T22:00",
            "22:00-08:00, 2026-11-23T00:30, 2026-11-22T22:00", "22:00-08:00, 2026-11-23T08:00, ",
            "13:00-14:00, 2026-11-22T13:30, 2026-11-22T13:00", "off, 2026-11-22T23:30, "})
    void the_quiet_hours_of_a_moment_began_before_it(String quiet, LocalDateTime now, LocalDateTime began) {
        assertThat(QuietHours.valueOf(quiet).beginBefore(now.atZone(SHANGHAI).toInstant(), SHANGHAI)
                .map(begin -> begin.atZone(SHANGHAI).toLocalDateTime()).orElse(null)).isEqualTo(began);
    }

    @ParameterizedTest
    @ValueSource(strings = {"22-8", "at night", "22:00", "22:00-25:00", ""})
    void anything_else_is_refused(String wrong) {
        assertThatThrownBy(() -> QuietHours.valueOf(wrong)).isInstanceOf(RuntimeException.class);
    }
}
