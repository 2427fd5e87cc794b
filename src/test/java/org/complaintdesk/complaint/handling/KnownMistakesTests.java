package org.complaintdesk.complaint.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.deadline.ClockKey;
import org.complaintdesk.deadline.ClockName;
import org.complaintdesk.deadline.ClockView;
import org.complaintdesk.deadline.RaisedAlarm;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.support.LivedCase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * Clocks that other systems have shipped wrong, on the running desk: people, customers, mail, timers and tables as they are. Times are
 * of 2026 on the wall clock of the shop; 23 November is a Monday. What is arithmetic alone is tested in the module
 * {@code deadline}, in the class of the same name.
 */
@DeskTest
@TestPropertySource(properties = {
        "complaintdesk.deadline.calendars.office.hours=Mon-Fri 09:00-12:00,13:00-18:00",
        "complaintdesk.deadline.calendars.office.holidays=cn",
        "complaintdesk.deadline.calendars.daytime.hours=Mon-Sun 08:00-20:00",
        "complaintdesk.shops[0].name=午休专营店",
        "complaintdesk.shops[0].calendars.ROUND_THE_CLOCK=office",
        "complaintdesk.shops[0].calendars.SERVICE_HOURS=office",
        "complaintdesk.shops[1].name=纽约专营店",
        "complaintdesk.shops[1].zone=America/New_York",
        "complaintdesk.shops[1].calendars.ROUND_THE_CLOCK=daytime"})
class KnownMistakesTests {

    private static final String USUAL = "醉卿酒业旗舰店";
    private static final String OFFICE = "午休专营店";
    private static final String NEW_YORK = "纽约专营店";

    @Autowired
    private LivedCase lived;
    @Autowired
    private CaseClocks clocks;

    /**
     * @param clock  the clock that others had wrong
     * @param story  what happens, in the order of time; a mark ! means before anything that is due at that moment has run
     * @param asked  the moment the story ends
     * @param due    what is due then
     * @param alarms what has been raised for that clock by then, and when
     */
    record Mistake(String name, String shop, ClockName clock, String story, String asked, String due, List<String> alarms) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static Mistake mistake(String name, String shop, ClockName clock, String story, String asked, String due, String... alarms) {
        return new Mistake(name, shop, clock, story, asked, due, List.of(alarms));
    }

    static Stream<Mistake> mistakes() {
        return Stream.of(
            mistake("pause on another calendar than the deadline", OFFICE, ClockName.SETTLEMENT,
                    "11-23T10:00 arrives, 11-23T10:30 records, 11-23T11:00 asksForEvidence, 11-24T10:00 customerSendsEvidence",
                    "11-24T10:30", "11-26T18:00"),
            mistake("pause lost on severity change", USUAL, ClockName.PROPOSAL,
                    "11-23T10:00 arrives, 11-23T10:01 records, 11-23T12:00 asksForEvidence, 11-23T20:00 customerSendsEvidence, "
                            + "11-23T21:00 diagnosesP1",
                    "11-23T21:30", "11-23T22:00", "WARNING 11-23T21:12"),
            mistake("breach while waiting", USUAL, ClockName.SETTLEMENT,
                    "11-23T10:00 arrives, 11-23T10:01 records, 11-23T10:30 diagnoses, 11-23T11:00 proposes",
                    "11-25T09:00", "11-26T08:00"),
            mistake("solved time counted as waiting after reopen, and an instant overdue", USUAL, ClockName.SETTLEMENT,
                    "11-23T10:00 arrives, 11-23T10:01 records, 11-23T10:30 diagnoses, 11-24T11:00 proposes, 11-24T12:00 settles, "
                            + "11-28T10:00 customerIsNotSatisfied",
                    "11-28T10:05", "11-29T10:00", "WARNING 11-24T05:12", "BREACH_1 11-24T10:00"),
            mistake("pre-deadline alarm landing at midnight", USUAL, ClockName.NEXT_RESPONSE,
                    "11-23T10:00 arrives, 11-23T10:01 records, 11-23T18:30 customerWrites",
                    "11-24T10:00", "11-24T10:30", "WARNING 11-24T09:42"),
            mistake("escalation at creation, of something that happened days ago", USUAL, ClockName.SETTLEMENT,
                    "11-23T10:00 arrives",
                    "11-23T10:01", "11-24T10:00"),
            mistake("escalation although answered", USUAL, ClockName.FIRST_RESPONSE,
                    "11-23T10:00 arrives, 11-23T10:03 calls",
                    "11-23T12:00", "11-23T10:05"),
            mistake("next response overriding first response", USUAL, ClockName.FIRST_RESPONSE,
                    "11-23T10:00 arrives, 11-23T10:02 customerWrites",
                    "11-23T10:30", "11-23T10:05", "WARNING 11-23T10:04", "BREACH_1 11-23T10:05"),
            mistake("due time not recomputed after a customer's web message", USUAL, ClockName.SETTLEMENT,
                    "11-23T10:00 arrives, 11-23T10:01 records, 11-23T10:30 diagnoses, 11-23T11:00 proposes, 11-24T11:00 customerWrites",
                    "11-24T20:00", "11-25T10:00"),
            mistake("reminder at the weekend", OFFICE, ClockName.PROPOSAL,
                    "11-27T16:00 arrives, 11-27T16:01 records",
                    "11-30T15:00", "11-30T16:00", "WARNING 11-30T14:24"),
            mistake("holiday feed adding days", OFFICE, ClockName.SETTLEMENT,
                    "09-18T10:00 arrives, 09-18T10:01 records",
                    "09-18T11:00", "09-22T10:00"),
            mistake("holidays that do not stop the clock", OFFICE, ClockName.SETTLEMENT,
                    "09-30T16:00 arrives, 09-30T16:01 records",
                    "09-30T17:00", "10-10T16:00"),
            mistake("lunch break treated as a holiday", OFFICE, ClockName.SETTLEMENT,
                    "11-23T11:00 arrives, 11-23T11:01 records",
                    "11-23T12:30", "11-26T11:00"),
            mistake("lunch break counted", OFFICE, ClockName.FIRST_RESPONSE,
                    "11-23T12:10 arrives",
                    "11-23T13:30", "11-23T13:05", "WARNING 11-23T13:04", "BREACH_1 11-23T13:05"),
            mistake("alarm on a closed case", USUAL, ClockName.SETTLEMENT,
                    "11-23T10:00 arrives, 11-24T05:00 closes",
                    "11-27T10:00", "11-24T10:00"),
            mistake("daylight saving moves opening hours", NEW_YORK, ClockName.SETTLEMENT,
                    "03-07T08:00 arrives, 03-07T08:01 records",
                    "03-07T12:00", "03-08T20:00"),
            mistake("automatic message counted as first response", USUAL, ClockName.FIRST_RESPONSE,
                    "11-23T10:00 arrives",
                    "11-23T10:06", "11-23T10:05", "WARNING 11-23T10:04", "BREACH_1 11-23T10:05"),
            mistake("finished at the very second of its timer", USUAL, ClockName.SETTLEMENT,
                    "11-23T10:00 arrives, 11-24T10:00 !closes",
                    "11-27T10:00", "11-24T10:00", "WARNING 11-24T05:12"),
            mistake("two nodes fire one timer", USUAL, ClockName.SETTLEMENT,
                    "11-23T10:00 arrives, 11-24T10:00 !twoNodesFire",
                    "11-24T10:30", "11-24T10:00", "WARNING 11-24T05:12", "BREACH_1 11-24T10:00"));
    }

    @AfterEach
    void time_runs_again() {
        ClockUtil.reset();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void is_not_made(Mistake mistake) {
        ZoneId zone = ZoneId.of(mistake.shop().equals(NEW_YORK) ? "America/New_York" : "Asia/Shanghai");
        for (String step : mistake.story().split(", ")) {
            String[] words = step.split(" ");
            Instant at = moment(words[0], zone);
            if (words[1].equals("arrives")) {
                lived.arrives(at, mistake.shop());
            } else if (words[1].startsWith("!")) {
                lived.livesUpTo(at);
                lived.happens(words[1].substring(1));
            } else {
                lived.lives(at);
                lived.happens(words[1]);
            }
        }
        lived.lives(moment(mistake.asked(), zone));

        ClockView clock = clocks.view(ClockKey.of(lived.number().value(), mistake.clock())).orElseThrow();
        assertThat(text(clock.dueAt(), zone)).isEqualTo(mistake.due());
        assertThat(clock.alarms().stream().sorted(Comparator.comparing(RaisedAlarm::raisedAt))
                .map(alarm -> alarm.level() + " " + text(alarm.raisedAt(), zone))).isEqualTo(mistake.alarms());
    }

    private static Instant moment(String text, ZoneId zone) {
        return LocalDateTime.parse("2026-" + text).atZone(zone).toInstant();
    }

    private static String text(Instant moment, ZoneId zone) {
        return LocalDateTime.ofInstant(moment, zone).toString().substring("2026-".length());
    }
}
