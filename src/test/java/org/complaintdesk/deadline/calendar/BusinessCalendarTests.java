package org.complaintdesk.deadline.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCalendarTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Holidays CHINA = HolidayFiles.china();
    private static final BusinessCalendar DESK = new BusinessCalendar("desk", SHANGHAI,
            WeeklyHours.parse("MON-FRI 09:00-12:00 13:00-18:00; SAT 10:00-16:00"), Holidays.NONE);
    private static final BusinessCalendar OFFICE = new BusinessCalendar("office", SHANGHAI,
            WeeklyHours.parse("MON-FRI 09:00-12:00 13:00-18:00"), CHINA);
    private static final WeeklyHours WORKING_DAYS = WeeklyHours.parse("MON-FRI 00:00-24:00");
    private static final BusinessCalendar REGULATOR = new BusinessCalendar("regulator", SHANGHAI, WORKING_DAYS, CHINA);
    private static final BusinessCalendar ALWAYS = BusinessCalendar.roundTheClock("always", SHANGHAI);

    private static Instant at(String wallClock) {
        return LocalDateTime.parse(wallClock).atZone(SHANGHAI).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T09:00, PT5M, 2026-11-23T09:05",
        "2026-11-23T11:00, PT1H, 2026-11-23T12:00",
        "2026-11-23T11:00, PT1H0.000000001S, 2026-11-23T13:00:00.000000001",
        "2026-11-23T11:58, PT5M, 2026-11-23T13:03",
        "2026-11-23T12:30, PT5M, 2026-11-23T13:05",
        "2026-11-23T12:00, PT5M, 2026-11-23T13:05",
        "2026-11-23T17:59, PT5M, 2026-11-24T09:04",
        "2026-11-23T18:00, PT8H, 2026-11-24T18:00",
        "2026-11-27T17:30, PT1H, 2026-11-28T10:30",
        "2026-11-28T15:59, PT2M, 2026-11-30T09:01",
        "2026-11-29T03:00, PT1M, 2026-11-30T09:01",
        "2026-11-23T09:00, PT46H, 2026-11-28T16:00"})
    void open_time_is_added_window_by_window(String from, Duration working, String due) {
        assertThat(DESK.add(at(from), working)).isEqualTo(at(due));
        assertThat(DESK.between(at(from), at(due))).isEqualTo(working);
    }

    @Test
    void adding_nothing_stays_where_it_is_even_when_closed() {
        assertThat(DESK.add(at("2026-11-29T03:00"), Duration.ZERO)).isEqualTo(at("2026-11-29T03:00"));
    }

    @Test
    void a_window_is_open_from_its_first_moment_and_closed_at_its_last() {
        assertThat(DESK.isOpen(at("2026-11-23T09:00"))).isTrue();
        assertThat(DESK.isOpen(at("2026-11-23T12:00").minusNanos(1))).isTrue();
        assertThat(DESK.isOpen(at("2026-11-23T12:00"))).isFalse();
        assertThat(DESK.nextOpen(at("2026-11-23T12:00"))).isEqualTo(at("2026-11-23T13:00"));
        assertThat(DESK.nextOpen(at("2026-11-23T10:00"))).isEqualTo(at("2026-11-23T10:00"));
        assertThat(DESK.nextOpen(at("2026-11-28T16:00"))).isEqualTo(at("2026-11-30T09:00"));
    }

    @Test
    void measured_backwards_it_is_negative() {
        assertThat(DESK.between(at("2026-11-23T14:00"), at("2026-11-23T11:00"))).isEqualTo(Duration.ofHours(-2));
    }

    @Test
    void round_the_clock_every_second_counts() {
        assertThat(ALWAYS.add(at("2026-10-01T23:59:59"), Duration.ofHours(24))).isEqualTo(at("2026-10-02T23:59:59"));
        assertThat(ALWAYS.between(at("2026-10-01T12:00"), at("2026-10-08T12:00"))).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void four_hours_counted_from_nine_to_six_each_day_as_a_platform_does() {
        BusinessCalendar platform = new BusinessCalendar("platform", SHANGHAI,
                WeeklyHours.parse("MON-SUN 09:00-18:00"), Holidays.NONE);

        assertThat(platform.add(at("2026-11-22T16:00"), Duration.ofHours(4))).isEqualTo(at("2026-11-23T11:00"));
    }

    @Test
    void hours_over_midnight_are_two_windows() {
        BusinessCalendar night = new BusinessCalendar("night", SHANGHAI,
                WeeklyHours.parse("FRI 22:00-24:00; SAT 00:00-02:00"), Holidays.NONE);

        assertThat(night.add(at("2026-11-27T23:30"), Duration.ofHours(1))).isEqualTo(at("2026-11-28T00:30"));
        assertThat(night.between(at("2026-11-27T12:00"), at("2026-11-29T12:00"))).isEqualTo(Duration.ofHours(4));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-13T17:00, PT2H, 2026-02-14T10:00",   // the Saturday before Spring Festival is worked
        "2026-02-14T17:00, PT2H, 2026-02-24T10:00",   // then nine days off
        "2026-09-30T17:00, PT2H, 2026-10-08T10:00",
        "2026-10-09T17:00, PT2H, 2026-10-10T10:00",
        "2025-09-26T17:00, PT2H, 2025-09-28T10:00",
        "2025-09-30T17:00, PT2H, 2025-10-09T10:00",
        "2024-02-09T17:00, PT2H, 2024-02-18T10:00",
        "2024-06-07T17:00, PT2H, 2024-06-11T10:00"})
    void the_office_keeps_chinese_holidays_and_swapped_workdays(String from, Duration working, String due) {
        assertThat(OFFICE.add(at(from), working)).isEqualTo(at(due));
    }

    @Test
    void a_holiday_can_have_hours_of_its_own() {
        BusinessCalendar shop = new BusinessCalendar("shop", SHANGHAI,
                WeeklyHours.parse("MON-SUN 09:00-21:00; HOLIDAY 10:00-12:00; SWAPPED 08:00-20:00"), CHINA);

        assertThat(shop.add(at("2026-09-30T20:00"), Duration.ofHours(2))).isEqualTo(at("2026-10-01T11:00"));
        assertThat(shop.isOpen(at("2026-10-10T08:00"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T10:00, 7, 2026-12-03T00:00",
        "2026-11-23T00:00, 1, 2026-11-25T00:00",
        "2026-11-21T12:00, 1, 2026-11-24T00:00",   // a Saturday
        "2026-09-18T12:00, 7, 2026-09-30T00:00",   // over a worked Sunday and the Mid-Autumn Festival
        "2026-09-28T12:00, 7, 2026-10-14T00:00",   // over National Day and a worked Saturday
        "2026-02-13T12:00, 1, 2026-02-15T00:00",
        "2025-01-24T12:00, 7, 2025-02-11T00:00"})
    void working_days_begin_the_day_after_and_end_at_midnight(String from, int days, String end) {
        assertThat(REGULATOR.endOfWorkingDay(at(from), days)).isEqualTo(at(end));
        assertThat(REGULATOR.workingDaysBetween(at(from), at(end).minusNanos(1))).isEqualTo(days);
    }

    @Test
    void with_office_hours_a_working_day_ends_when_the_office_closes() {
        assertThat(OFFICE.endOfWorkingDay(at("2026-11-23T10:00"), 1)).isEqualTo(at("2026-11-24T18:00"));
    }

    @Test
    void years_without_published_holidays_are_named() {
        assertThat(REGULATOR.unpublishedYears(at("2026-12-30T10:00"), at("2027-01-05T10:00"))).containsExactly(2027);
        assertThat(REGULATOR.unpublishedYears(at("2026-12-01T10:00"), at("2026-12-31T23:59"))).isEmpty();
        assertThat(DESK.unpublishedYears(at("2026-12-30T10:00"), at("2031-01-05T10:00"))).isEmpty();
    }

    @Test
    void holidays_published_later_move_the_end() {
        Instant from = at("2026-12-31T10:00");
        HolidayYear next = new HolidayYear(2027, "made up for this test", LocalDate.of(2026, 11, 1),
                List.of(new Holiday("元旦", LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 3), 3, List.of())));

        assertThat(REGULATOR.endOfWorkingDay(from, 1)).isEqualTo(at("2027-01-02T00:00"));
        assertThat(new BusinessCalendar("regulator", SHANGHAI, WORKING_DAYS, CHINA.with(next)).endOfWorkingDay(from, 1))
                .isEqualTo(at("2027-01-05T00:00"));
    }

    @Test
    void hours_without_open_time_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> WeeklyHours.parse("MON-SUN closed"))
                .withMessageContaining("no open time");
    }

    @Test
    void a_calendar_that_never_opens_is_noticed_instead_of_searched_for_ever() {
        // Three years of made-up holidays on the only open day.
        List<HolidayYear> years = List.of(allOff(2026), allOff(2027), allOff(2028));
        BusinessCalendar shut = new BusinessCalendar("shut", SHANGHAI, WeeklyHours.parse("MON 09:00-10:00"), Holidays.of(years));

        assertThatIllegalStateException().isThrownBy(() -> shut.add(at("2026-01-01T00:00"), Duration.ofMinutes(1)))
                .withMessageContaining("shut has no open time");
        assertThatIllegalStateException().isThrownBy(() -> shut.endOfWorkingDay(at("2026-01-01T00:00"), 1));
        assertThatIllegalStateException().isThrownBy(() -> shut.nextOpen(at("2026-01-01T00:00")));
        assertThat(shut.between(at("2026-01-01T00:00"), at("2028-01-01T00:00"))).isZero();
    }

    private static HolidayYear allOff(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        return new HolidayYear(year, "made up for this test", first,
                List.of(new Holiday("off", first, first.withDayOfYear(first.lengthOfYear()), first.lengthOfYear(), List.of())));
    }

    @Test
    void negative_amounts_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> DESK.add(Instant.EPOCH, Duration.ofNanos(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> DESK.endOfWorkingDay(Instant.EPOCH, 0));
    }

    @ParameterizedTest
    @CsvSource({"MON 12:00-09:00", "MON 22:00-02:00", "MON 09:00-09:00", "MON 09:00-12:00 11:00-13:00", "MON-FRI",
        "FUN 09:00-12:00", "MON 09:00-12:00; MON 13:00-18:00", "MON 9-12", "MON 09:00-24:00 10:00-11:00", "''"})
    void hours_that_contradict_themselves_are_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> WeeklyHours.parse(text));
    }

    @Test
    void windows_may_touch() {
        assertThat(WeeklyHours.parse("MON 13:00-24:00 09:00-13:00").week().values())
                .containsExactly(List.of(Window.parse("09:00-13:00"), Window.parse("13:00-24:00")));
    }

    @Test
    void days_run_over_the_week_s_end() {
        assertThat(WeeklyHours.parse("SAT-MON 09:00-10:00").week()).hasSize(3);
    }

    /** New York: on 8 March 2026 02:00 becomes 03:00; on 1 November 2026 02:00 becomes 01:00. */
    @ParameterizedTest
    @CsvSource({
        "MON-SUN 00:00-24:00, 2026-03-08, PT23H",
        "MON-SUN 00:00-24:00, 2026-11-01, PT25H",
        "MON-SUN 01:00-04:00, 2026-03-08, PT2H",
        "MON-SUN 01:00-04:00, 2026-11-01, PT4H",
        "MON-SUN 02:15-02:45 09:00-10:00, 2026-03-08, PT1H",
        "MON-SUN 02:30-03:30, 2026-03-08, PT30M",
        "MON-SUN 01:30-01:45, 2026-11-01, PT30M",
        "MON-SUN 09:00-18:00, 2026-03-08, PT9H"})
    void on_the_day_clocks_change_the_wall_clock_decides(String hours, LocalDate day, Duration open) {
        ZoneId zone = ZoneId.of("America/New_York");
        BusinessCalendar calendar = new BusinessCalendar("ny", zone, WeeklyHours.parse(hours), Holidays.NONE);

        assertThat(calendar.between(day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant()))
                .isEqualTo(open);
    }

    @Test
    void service_hours_stay_on_the_wall_clock_after_the_change() {
        ZoneId zone = ZoneId.of("Europe/Berlin");
        BusinessCalendar calendar = new BusinessCalendar("berlin", zone, WeeklyHours.parse("MON-SUN 09:00-17:00"), Holidays.NONE);

        assertThat(calendar.add(Instant.parse("2026-03-28T15:00:00Z"), Duration.ofHours(2)))
                .isEqualTo(Instant.parse("2026-03-29T08:00:00Z"));
        assertThat(calendar.add(Instant.parse("2026-10-24T14:00:00Z"), Duration.ofHours(2)))
                .isEqualTo(Instant.parse("2026-10-25T09:00:00Z"));
    }

    @Test
    void a_day_that_a_zone_leaves_out_is_no_working_day() {
        BusinessCalendar apia = BusinessCalendar.roundTheClock("apia", ZoneId.of("Pacific/Apia"));

        assertThat(apia.isWorkingDay(LocalDate.of(2011, 12, 30))).isFalse();
        assertThat(apia.isWorkingDay(LocalDate.of(2011, 12, 31))).isTrue();
    }
}
