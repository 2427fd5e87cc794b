package org.complaintdesk.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.complaintdesk.deadline.calendar.BusinessCalendar;
import org.complaintdesk.deadline.calendar.HolidayFiles;
import org.complaintdesk.deadline.calendar.Holidays;
import org.complaintdesk.deadline.calendar.WeeklyHours;
import org.junit.jupiter.api.Test;

/**
 * A year of 10,000 cases lived through as the engine would, from alarm to alarm and from event to event; every alarm is
 * compared with when {@link PlainClock} finds it should have come, to the millisecond, and none may be missing or too many.
 */
class SimulatedYearTests {

    private static final int CASES = 10_000;
    private static final Map<PlainCalendar, BusinessCalendar> CALENDARS = calendars();

    @Test
    void every_alarm_of_a_year_comes_when_it_should() {
        AtomicInteger clocks = new AtomicInteger();
        Map<String, Integer> alarms = new LinkedHashMap<>();

        YearOfTraffic.cases(CASES).flatMap(List::stream).forEach(story -> {
            Map<String, Instant> raised = alarmsOf(story);
            assertThat(raised).as(() -> readable(story)).isEqualTo(PlainClock.alarms(story, false));
            clocks.incrementAndGet();
            raised.keySet().forEach(alarm -> alarms.merge(alarm.substring(2), 1, Integer::sum));
        });

        System.out.printf("A year: %d cases, %d clocks, alarms %s%n", CASES, clocks.get(), alarms);
        assertThat(clocks.get()).isGreaterThan(3 * CASES);
        assertThat(alarms.values()).hasSize(AlarmLevel.values().length).allMatch(count -> count > CASES / 20);
    }

    /** Timers are set to the next alarm ahead; whatever happens to the clock sets them anew. */
    private static Map<String, Instant> alarmsOf(ClockStory story) {
        Instant now = PlainCalendar.moment(story.known());
        CaseClock clock = CaseClock.start(story.name(), terms(story.calendar(), story.target()),
                PlainCalendar.moment(story.start()), now, "amy", "test");
        Set<AlarmLevel> raised = EnumSet.noneOf(AlarmLevel.class);
        Map<String, Instant> alarms = new LinkedHashMap<>();
        int round = 0;
        for (ClockStory.Event event : story.events()) {
            Instant at = PlainCalendar.moment(event.at());
            raise(clock, now, at, raised, round, alarms);
            now = at;
            if (event.what() == ClockStory.What.REOPEN) {
                raised.clear();
                round++;
            }
            clock = happen(clock, event, at);
        }
        raise(clock, now, PlainCalendar.moment(story.end()), raised, round, alarms);
        return alarms;
    }

    private static void raise(CaseClock clock, Instant from, Instant until, Set<AlarmLevel> raised, int round,
            Map<String, Instant> alarms) {
        Optional<Instant> moment = from.isBefore(until) ? Optional.of(from) : Optional.empty();
        while (moment.isPresent() && moment.get().isBefore(until)) {
            Instant now = moment.get();
            for (Alarm alarm : clock.alarmsDue(now, raised)) {
                raised.add(alarm.level());
                alarms.put(round + " " + alarm.level(), now);
            }
            moment = clock.alarmsAhead(now).stream().map(Alarm::at).findFirst();
        }
    }

    private static CaseClock happen(CaseClock clock, ClockStory.Event event, Instant at) {
        return switch (event.what()) {
            case PAUSE -> clock.pause(at, "amy", "test");
            case RESUME -> clock.resume(at, "amy", "test");
            case STOP -> clock.stop(at, "amy", "test");
            case REOPEN -> clock.reopen(at, Reopening.AFRESH, "amy", "test");
            case CONTINUE -> clock.reopen(at, Reopening.CONTINUED, "amy", "test");
            case CHANGE -> clock.change(terms(event.calendar(), event.target()), at, "amy", "test");
        };
    }

    private static Terms terms(PlainCalendar calendar, String target) {
        String text = target.endsWith("m") ? "PT" + target.toUpperCase() : target;
        return new Terms(new Rule("test", "2026-11-01"), Target.parse(text), CALENDARS.get(calendar), ClockCalendars.USUAL);
    }

    private static Map<PlainCalendar, BusinessCalendar> calendars() {
        Map<PlainCalendar, BusinessCalendar> calendars = new EnumMap<>(PlainCalendar.class);
        Holidays china = HolidayFiles.china();
        Map.of(PlainCalendar.ALWAYS, "MON-SUN 00:00-24:00", PlainCalendar.SERVICE, "MON-SUN 09:00-12:00 13:00-21:00",
                PlainCalendar.SERVICE_HOURS, "MON-SUN 09:00-21:00",
                PlainCalendar.NEW_YORK, "MON-SUN 08:00-20:00", PlainCalendar.BERLIN_ALWAYS, "MON-SUN 00:00-24:00")
                .forEach((plain, hours) -> calendars.put(plain,
                        new BusinessCalendar(plain.name(), plain.zone, WeeklyHours.parse(hours), Holidays.NONE)));
        Map.of(PlainCalendar.OFFICE, "MON-FRI 09:00-12:00 13:00-18:00", PlainCalendar.DAYS, "MON-FRI 00:00-24:00")
                .forEach((plain, hours) -> calendars.put(plain,
                        new BusinessCalendar(plain.name(), plain.zone, WeeklyHours.parse(hours), china)));
        return calendars;
    }

    private static String readable(ClockStory story) {
        return "%s %s on %s from %s known %s: %s".formatted(story.name(), story.target(), story.calendar(),
                PlainCalendar.moment(story.start()), PlainCalendar.moment(story.known()), story.events().stream()
                        .map(event -> event.what() + " " + PlainCalendar.moment(event.at())
                                + (event.target() == null ? "" : " " + event.target() + "@" + event.calendar()))
                        .collect(Collectors.joining(", ")));
    }
}
