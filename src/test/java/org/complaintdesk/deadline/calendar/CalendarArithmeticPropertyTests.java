package org.complaintdesk.deadline.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What is true of every calendar: any hours, any zone, with and without holidays. */
class CalendarArithmeticPropertyTests {

    private static final Holidays CHINA = HolidayFiles.china();
    private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2027-01-01T00:00:00Z");
    private static final List<String> ZONES = List.of("Asia/Shanghai", "UTC", "America/New_York", "Europe/Berlin",
            "Australia/Lord_Howe", "America/Havana", "Africa/Cairo", "Asia/Kathmandu", "Pacific/Chatham");

    @Property
    void adding_then_measuring_gives_the_amount_back(@ForAll("calendars") BusinessCalendar calendar,
            @ForAll("moments") Instant from, @ForAll("amounts") Duration amount) {
        assertThat(calendar.between(from, calendar.add(from, amount))).isEqualTo(amount);
    }

    @Property
    void what_is_added_ends_at_the_earliest_such_moment(@ForAll("calendars") BusinessCalendar calendar,
            @ForAll("moments") Instant from, @ForAll("amounts") Duration amount) {
        Assume.that(!amount.isZero());
        assertThat(calendar.between(from, calendar.add(from, amount).minusNanos(1))).isLessThan(amount);
    }

    @Property
    void measuring_then_adding_never_goes_beyond(@ForAll("calendars") BusinessCalendar calendar,
            @ForAll("moments") Instant one, @ForAll("steps") Duration step) {
        assertThat(calendar.add(one, calendar.between(one, one.plus(step)))).isBeforeOrEqualTo(one.plus(step));
    }

    @Property
    void more_is_never_earlier(@ForAll("calendars") BusinessCalendar calendar, @ForAll("moments") Instant from,
            @ForAll("amounts") Duration amount, @ForAll("amounts") Duration more) {
        assertThat(calendar.add(from, amount.plus(more))).isAfterOrEqualTo(calendar.add(from, amount));
    }

    @Property
    void beginning_later_never_ends_earlier(@ForAll("calendars") BusinessCalendar calendar,
            @ForAll("moments") Instant from, @ForAll("steps") Duration step, @ForAll("amounts") Duration amount) {
        Assume.that(!amount.isZero());
        assertThat(calendar.add(from.plus(step), amount)).isAfterOrEqualTo(calendar.add(from, amount));
    }

    @Property
    void adding_in_two_steps_is_adding_at_once(@ForAll("calendars") BusinessCalendar calendar,
            @ForAll("moments") Instant from, @ForAll("amounts") Duration first, @ForAll("amounts") Duration second) {
        assertThat(calendar.add(calendar.add(from, first), second)).isEqualTo(calendar.add(from, first.plus(second)));
    }

    @Property
    void measuring_in_two_parts_is_measuring_at_once(@ForAll("calendars") BusinessCalendar calendar,
            @ForAll("moments") Instant from, @ForAll("steps") Duration first, @ForAll("steps") Duration second) {
        Instant middle = from.plus(first);
        Instant end = middle.plus(second);

        assertThat(calendar.between(from, middle).plus(calendar.between(middle, end))).isEqualTo(calendar.between(from, end));
        assertThat(calendar.between(end, from)).isEqualTo(calendar.between(from, end).negated());
    }

    @Property
    void no_more_time_is_open_than_passes(@ForAll("calendars") BusinessCalendar calendar, @ForAll("moments") Instant from,
            @ForAll("steps") Duration step) {
        assertThat(calendar.between(from, from.plus(step))).isBetween(Duration.ZERO, step);
    }

    @Property
    void the_same_wall_clock_gives_the_same_answer_at_any_offset(@ForAll("calendars") BusinessCalendar calendar,
            @ForAll("moments") Instant from, @ForAll("amounts") Duration amount, @ForAll @IntRange(min = -48, max = 56) int quarters) {
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(quarters * 15 * 60);
        BusinessCalendar there = new BusinessCalendar("there", offset, calendar.hours(), calendar.holidays());
        BusinessCalendar here = new BusinessCalendar("here", ZoneOffset.UTC, calendar.hours(), calendar.holidays());
        Instant same = from.minusSeconds(offset.getTotalSeconds());

        assertThat(there.add(same, amount)).isEqualTo(here.add(from, amount).minusSeconds(offset.getTotalSeconds()));
    }

    @Property
    void round_the_clock_no_zone_matters(@ForAll("zones") ZoneId zone, @ForAll("moments") Instant from,
            @ForAll("amounts") Duration amount) {
        assertThat(BusinessCalendar.roundTheClock("always", zone).add(from, amount)).isEqualTo(from.plus(amount));
    }

    @Property(tries = 200)
    void it_agrees_with_counting_the_minutes_one_by_one(@ForAll("calendars") BusinessCalendar calendar,
            @ForAll("moments") Instant from, @ForAll @IntRange(max = 6 * 24 * 60) int minutes) {
        Instant first = from.truncatedTo(ChronoUnit.MINUTES);
        long open = 0;
        for (int i = 0; i < minutes; i++) {
            open += plainlyOpen(calendar, first.plus(i, ChronoUnit.MINUTES)) ? 1 : 0;
        }

        assertThat(calendar.between(first, first.plus(minutes, ChronoUnit.MINUTES))).isEqualTo(Duration.ofMinutes(open));
    }

    @Property
    void a_moment_is_open_as_the_wall_clock_says(@ForAll("calendars") BusinessCalendar calendar, @ForAll("moments") Instant moment) {
        assertThat(calendar.isOpen(moment)).isEqualTo(plainlyOpen(calendar, moment));
        assertThat(calendar.nextOpen(moment).equals(moment)).isEqualTo(calendar.isOpen(moment));
    }

    @Property(tries = 300)
    void working_days_added_are_the_working_days_counted(@ForAll("calendars") BusinessCalendar calendar,
            @ForAll("moments") Instant from, @ForAll @IntRange(min = 1, max = 60) int days) {
        Instant end = calendar.endOfWorkingDay(from, days);

        assertThat(calendar.workingDaysBetween(from, end.minusNanos(1))).isEqualTo(days);
        assertThat(end).isAfter(from);
    }

    @Property(tries = 300)
    void working_days_agree_with_going_through_the_dates(@ForAll("moments") Instant from,
            @ForAll @IntRange(min = 1, max = 60) int days) {
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        LocalDate day = LocalDate.ofInstant(from, zone);
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            boolean weekend = day.getDayOfWeek().getValue() > DayOfWeek.FRIDAY.getValue();
            DayKind kind = CHINA.kind(day);
            left -= kind == DayKind.SWAPPED_WORKDAY || kind == DayKind.ORDINARY && !weekend ? 1 : 0;
        }

        assertThat(new BusinessCalendar("days", zone, WeeklyHours.parse("MON-FRI 00:00-24:00"), CHINA).endOfWorkingDay(from, days))
                .isEqualTo(day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private static boolean plainlyOpen(BusinessCalendar calendar, Instant moment) {
        LocalDateTime local = LocalDateTime.ofInstant(moment, calendar.zone());
        WeeklyHours hours = calendar.hours();
        List<Window> windows = switch (calendar.holidays().kind(local.toLocalDate())) {
            case HOLIDAY -> hours.holiday();
            case SWAPPED_WORKDAY -> hours.swappedWorkday();
            case ORDINARY -> hours.week().getOrDefault(local.getDayOfWeek(), List.of());
        };
        LocalTime time = local.toLocalTime();
        return windows.stream().anyMatch(window -> !time.isBefore(window.from())
                && (window.to().equals(LocalTime.MIDNIGHT) || time.isBefore(window.to())));
    }

    @Provide
    Arbitrary<Instant> moments() {
        Arbitrary<Long> seconds = Arbitraries.longs().between(FIRST.getEpochSecond(), LAST.getEpochSecond());
        Arbitrary<Instant> any = Combinators.combine(seconds, Arbitraries.integers().between(0, 999_999_999))
                .as(Instant::ofEpochSecond);
        return Arbitraries.oneOf(any, seconds.map(second -> Instant.ofEpochSecond(second - second % 900)))
                .withoutEdgeCases();
    }

    @Provide
    Arbitrary<Duration> amounts() {
        return Arbitraries.oneOf(Arbitraries.longs().between(0, 100L * 3_600_000_000_000L).map(Duration::ofNanos),
                Arbitraries.integers().between(0, 400).map(quarters -> Duration.ofMinutes(15L * quarters)));
    }

    @Provide
    Arbitrary<Duration> steps() {
        return Arbitraries.longs().between(0, 40L * 24 * 3_600_000_000_000L).map(Duration::ofNanos);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZONES).map(ZoneId::of);
    }

    @Provide
    Arbitrary<BusinessCalendar> calendars() {
        Arbitrary<WeeklyHours> hours = Combinators
                .combine(windows().list().ofSize(7), windows(), windows(), Arbitraries.of(DayOfWeek.values()))
                .as((week, holiday, swapped, open) -> {
                    Map<DayOfWeek, List<Window>> days = new EnumMap<>(DayOfWeek.class);
                    for (DayOfWeek day : DayOfWeek.values()) {
                        days.put(day, week.get(day.ordinal()));
                    }
                    if (days.get(open).isEmpty()) {
                        days.put(open, List.of(Window.parse("09:00-18:00")));
                    }
                    return new WeeklyHours(days, holiday, swapped);
                });
        return Combinators.combine(zones(), hours, Arbitraries.of(Holidays.NONE, CHINA))
                .as((zone, weekly, holidays) -> new BusinessCalendar("any", zone, weekly, holidays)).withoutEdgeCases();
    }

    /** None to three windows a day, at quarters of an hour; now and then up to midnight. */
    private static Arbitrary<List<Window>> windows() {
        return Arbitraries.integers().between(0, 96).set().ofMaxSize(6).map(quarters -> {
            List<Integer> ends = new ArrayList<>(new TreeSet<>(quarters));
            List<Window> windows = new ArrayList<>();
            for (int i = 0; i + 1 < ends.size(); i += 2) {
                windows.add(new Window(time(ends.get(i)), time(ends.get(i + 1))));
            }
            return windows;
        });
    }

    private static LocalTime time(int quarters) {
        return LocalTime.ofSecondOfDay(quarters % 96 * 900L);
    }
}
