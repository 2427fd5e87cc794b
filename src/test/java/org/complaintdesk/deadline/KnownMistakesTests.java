package org.complaintdesk.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Clocks that other systems have shipped wrong, as far as it is a matter of arithmetic. Each story is lived through
 * minute by minute, and alarms are raised as an engine would. In 2026, 23 November is a Monday.
 */
class KnownMistakesTests {

    private static final String PERSON = "amy";
    private static final String REASON = "a test";

    /**
     * @param story what happens to the clock, in 2026 and on the wall clock of the calendar
     * @param asked the moment the story ends
     * @param due what is due then
     * @param alarms what has been raised by then, and when
     */
    record Mistake(String name, ClockCalendars calendar, String target, String story, String asked, String due,
            List<String> alarms) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Mistake mistake(String name, ClockCalendars calendar, String target, String story, String asked,
            String due, String... alarms) {
        return new Mistake(name, calendar, target, story, asked, due, List.of(alarms));
    }

    static Stream<Mistake> mistakes() {
        return Stream.of(
            mistake("pause measured on another calendar than the deadline",
                    ClockCalendars.DESK, "PT4H", "start 11-23T16:00, pause 11-23T17:00, resume 11-24T10:00",
                    "11-24T13:30", "11-24T14:00", "WARNING 11-24T13:12"),
            mistake("pause in the night takes time off the clock",
                    ClockCalendars.DESK, "PT4H", "start 11-23T16:00, pause 11-23T18:00, resume 11-24T09:00",
                    "11-24T09:30", "11-24T11:00"),
            mistake("pause lost on severity change",
                    ClockCalendars.ALWAYS, "PT24H", "start 11-23T10:00, pause 11-23T12:00, resume 11-23T20:00, change 11-23T21:00 PT4H@ALWAYS",
                    "11-23T22:00", "11-23T22:00", "WARNING 11-23T21:12", "BREACH_1 11-23T22:00"),
            mistake("pause lost on change of shop",
                    ClockCalendars.ALWAYS, "PT4H", "start 11-23T16:00, pause 11-23T17:00, resume 11-24T10:00, change 11-24T10:30 PT4H@DESK",
                    "11-24T11:00", "11-24T14:00"),
            mistake("breach while waiting",
                    ClockCalendars.DESK, "PT4H", "start 11-23T09:00, pause 11-23T11:00",
                    "11-25T11:00", "11-25T14:00"),
            mistake("breach while waiting, in working days",
                    ClockCalendars.DAYS, "1WD", "start 11-27T09:00, pause 11-27T10:00",
                    "12-01T11:00", "12-03T00:00"),
            mistake("pause of working days counted in hours",
                    ClockCalendars.DAYS, "7WD", "start 11-23T10:00, pause 11-24T15:00, resume 11-26T09:00",
                    "11-26T10:00", "12-05T00:00"),
            mistake("solved time counted as waiting after reopen",
                    ClockCalendars.ALWAYS, "PT24H", "start 11-23T10:00, stop 11-23T20:00, continue 11-27T10:00",
                    "11-27T12:00", "11-28T00:00"),
            mistake("reopen firing an instant overdue, counted afresh",
                    ClockCalendars.ALWAYS, "PT24H", "start 11-23T10:00, stop 11-24T09:00, reopen 11-27T10:00",
                    "11-27T11:00", "11-28T10:00", "WARNING 11-24T05:12"),
            mistake("reopen firing an instant overdue, continued",
                    ClockCalendars.ALWAYS, "PT24H", "start 11-23T10:00, pause 11-23T11:00, stop 11-26T10:00, change 11-26T11:00 PT1H@ALWAYS, continue 11-27T10:00",
                    "11-27T10:20", "11-23T11:00"),
            mistake("levels after a reopening come once and at their time",
                    ClockCalendars.ALWAYS, "PT24H", "start 11-23T10:00, stop 11-24T12:00, continue 11-27T10:00",
                    "11-27T20:00", "11-24T10:00", "WARNING 11-24T05:12", "BREACH_1 11-24T10:00", "BREACH_2 11-27T20:00"),
            mistake("pre-deadline alarm landing at midnight",
                    ClockCalendars.DESK, "PT4H", "start 11-23T16:00",
                    "11-24T10:30", "11-24T11:00", "WARNING 11-24T10:12"),
            mistake("reminder at the weekend",
                    ClockCalendars.DESK, "PT4H", "start 11-27T15:30",
                    "11-30T10:00", "11-30T10:30", "WARNING 11-30T09:42"),
            mistake("escalation at creation, of a case that came in earlier",
                    ClockCalendars.ALWAYS, "PT24H", "start 11-20T10:00 known 11-23T10:00",
                    "11-23T12:00", "11-21T10:00"),
            mistake("only what lies ahead of a case that came in earlier",
                    ClockCalendars.ALWAYS, "PT24H", "start 11-22T10:00 known 11-23T06:00",
                    "11-23T11:00", "11-23T10:00", "BREACH_1 11-23T10:00"),
            mistake("burst of past alarms on severity change",
                    ClockCalendars.ALWAYS, "PT24H", "start 11-23T10:00, change 11-23T20:00 PT2H@ALWAYS",
                    "11-23T23:59", "11-23T12:00"),
            mistake("escalation although answered",
                    ClockCalendars.DESK, "PT5M", "start 11-23T09:00, stop 11-23T09:03",
                    "11-23T12:00", "11-23T09:05"),
            mistake("alarm on a closed case",
                    ClockCalendars.ALWAYS, "PT24H", "start 11-23T10:00, stop 11-24T05:00",
                    "11-26T10:00", "11-24T10:00"),
            mistake("alarm on a closed case whose rule is changed",
                    ClockCalendars.ALWAYS, "PT24H", "start 11-23T10:00, stop 11-24T05:00, change 11-24T05:30 PT20H@ALWAYS",
                    "11-26T10:00", "11-24T06:00"),
            mistake("closed while waiting",
                    ClockCalendars.DESK, "PT4H", "start 11-23T09:00, pause 11-23T11:00, stop 11-25T10:00",
                    "11-26T10:00", "11-25T12:00"),
            mistake("due time not recomputed after the customer's message",
                    ClockCalendars.DESK, "PT4H", "start 11-23T09:00, pause 11-23T10:00, resume 11-26T11:00",
                    "11-26T12:00", "11-26T15:00"),
            mistake("holiday feed adding days",
                    ClockCalendars.DAYS, "7WD", "start 09-18T12:00",
                    "09-19T12:00", "09-30T00:00"),
            mistake("holidays that do not stop the clock",
                    ClockCalendars.OFFICE, "PT4H", "start 09-30T16:00",
                    "10-08T09:30", "10-08T11:00"),
            mistake("swapped workday taken for a weekend",
                    ClockCalendars.OFFICE, "PT4H", "start 10-09T16:00",
                    "10-10T10:30", "10-10T11:00", "WARNING 10-10T10:12"),
            mistake("lunch break treated as a holiday",
                    ClockCalendars.DESK, "PT4H", "start 11-23T11:00",
                    "11-23T12:30", "11-23T16:00"),
            mistake("lunch break counted",
                    ClockCalendars.DESK, "PT5M", "start 11-23T12:10",
                    "11-23T13:04", "11-23T13:05", "WARNING 11-23T13:04"),
            mistake("24 hours over the night the clocks go forward",
                    ClockCalendars.NEW_YORK_ALWAYS, "PT24H", "start 03-07T12:00",
                    "03-07T13:00", "03-08T13:00"),
            mistake("24 hours over the night the clocks go back",
                    ClockCalendars.NEW_YORK_ALWAYS, "PT24H", "start 10-31T12:00",
                    "10-31T13:00", "11-01T11:00"),
            mistake("service hours over the night the clocks go forward",
                    ClockCalendars.NEW_YORK, "PT4H", "start 03-07T15:00",
                    "03-08T09:30", "03-08T11:00"),
            mistake("service hours over the night the clocks go back",
                    ClockCalendars.NEW_YORK, "PT4H", "start 10-31T15:00",
                    "11-01T10:30", "11-01T11:00", "WARNING 11-01T10:12"),
            mistake("finished at the very second of its timer",
                    ClockCalendars.DESK, "PT4H", "start 11-23T09:00, stop 11-23T14:00",
                    "11-24T12:00", "11-23T14:00", "WARNING 11-23T13:12"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void is_not_made(Mistake mistake) {
        ClockCalendars calendar = mistake.calendar();
        Instant asked = calendar.at(mistake.asked());
        List<String> events = new ArrayList<>(List.of(mistake.story().split(", ")));
        CaseClock clock = begin(calendar, mistake.target(), events.remove(0));
        Set<AlarmLevel> raised = EnumSet.noneOf(AlarmLevel.class);
        List<String> alarms = new ArrayList<>();

        for (Instant now = clock.watchedFrom(); !now.isAfter(asked); now = now.plusSeconds(60)) {
            while (!events.isEmpty() && !calendar.at(events.get(0).split(" ")[1]).isAfter(now)) {
                clock = happen(clock, calendar, events.remove(0));
            }
            for (Alarm alarm : clock.alarmsDue(now, raised)) {
                raised.add(alarm.level());
                alarms.add(alarm.level() + " " + calendar.text(now));
            }
        }

        assertThat(events).isEmpty();
        assertThat(calendar.text(clock.dueAt(asked))).isEqualTo(mistake.due());
        assertThat(alarms).isEqualTo(mistake.alarms());
    }

    /** @param event such as {@code start 11-23T10:00}, or {@code start 11-20T10:00 known 11-23T10:00} */
    private static CaseClock begin(ClockCalendars calendar, String target, String event) {
        String[] words = event.split(" ");
        assertThat(words[0]).isEqualTo("start");
        Instant at = calendar.at(words[1]);
        Instant known = words.length > 2 ? calendar.at(words[3]) : at;
        return CaseClock.start("SETTLEMENT", calendar.terms(target), at, known, PERSON, REASON);
    }

    private static CaseClock happen(CaseClock clock, ClockCalendars calendar, String event) {
        String[] words = event.split(" ");
        Instant at = calendar.at(words[1]);
        return switch (words[0]) {
            case "pause" -> clock.pause(at, PERSON, REASON);
            case "resume" -> clock.resume(at, PERSON, REASON);
            case "stop" -> clock.stop(at, PERSON, REASON);
            case "reopen" -> clock.reopen(at, Reopening.AFRESH, PERSON, REASON);
            case "continue" -> clock.reopen(at, Reopening.CONTINUED, PERSON, REASON);
            case "change" -> {
                String[] terms = words[2].split("@");
                yield clock.change(ClockCalendars.valueOf(terms[1]).terms(terms[0]), at, PERSON, REASON);
            }
            default -> throw new IllegalArgumentException(event);
        };
    }
}
