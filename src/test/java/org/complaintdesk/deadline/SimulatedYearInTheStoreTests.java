package org.complaintdesk.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.complaintdesk.deadline.CaseOfAYear.Step;
import org.complaintdesk.deadline.CaseOfAYear.What;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Some of a year's cases through the store and the decision table, at moved time: clocks are asked when their next alarm comes, as the
 * models' timers do, and asked to raise it then. Every alarm that was noted is compared with {@link PlainClock}.
 */
@DeskTest
class SimulatedYearInTheStoreTests {

    private static final int CASES = 150;

    @Autowired
    private CaseClocks clocks;

    @AfterEach
    void time_runs_again() {
        ClockUtil.reset();
    }

    @Test
    void every_alarm_that_is_noted_came_when_it_should() {
        String prefix = "Y" + Long.toHexString(System.nanoTime()) + "-";
        int alarms = CaseOfAYear.year(prefix, CASES).mapToInt(made -> {
            live(made);
            Map<String, Instant> noted = noted(made.number());
            Map<String, Instant> expected = made.clocks().map(made::story)
                    .flatMap(story -> PlainClock.alarms(story, true).entrySet().stream()
                            .map(alarm -> Map.entry(story.name() + " " + alarm.getKey(), alarm.getValue())))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
            assertThat(noted).as(() -> readable(made)).isEqualTo(expected);
            return noted.size();
        }).sum();

        assertThat(alarms).isGreaterThan(3 * CASES);
    }

    private void live(CaseOfAYear made) {
        CaseTraits traits = new CaseTraits(made.first(), null, "TMALL", "示例旗舰店");
        for (int index = 0; index < made.steps().size(); index++) {
            Step step = made.steps().get(index);
            ClockUtil.setCurrentTime(Date.from(PlainCalendar.moment(step.at())));
            traits = take(made.number(), step, traits);
            boolean last = index + 1 == made.steps().size();
            int next = last ? made.end() : made.steps().get(index + 1).at();
            if (next > step.at()) {
                raiseUntil(made, PlainCalendar.moment(next));
            }
        }
    }

    private CaseTraits take(String number, Step step, CaseTraits traits) {
        ClockKey key = step.clock() == null ? null : ClockKey.of(number, step.clock());
        switch (step.what()) {
            case START -> clocks.start(key, traits, PlainCalendar.moment(step.at()), "amy", "TEST");
            case PAUSE -> clocks.pause(key, "amy", new PauseReason("EVIDENCE", null));
            case RESUME -> clocks.resume(key, "amy", new PauseReason("EVIDENCE", null));
            case STOP -> clocks.stop(key, "amy", "TEST");
            case SEVERITY -> {
                CaseTraits other = new CaseTraits(step.severity(), null, traits.channel(), traits.shop());
                clocks.reconsider(number, other, "amy", "TEST");
                return other;
            }
            default -> throw new IllegalArgumentException(step.toString());
        }
        return traits;
    }

    private void raiseUntil(CaseOfAYear made, Instant until) {
        for (Instant next = next(made); next.isBefore(until); next = next(made)) {
            if (next.isAfter(ClockUtil.getCurrentTime().toInstant())) {
                ClockUtil.setCurrentTime(Date.from(next));
            }
            clocks.raiseReminders(made.number(), 0);
            clocks.raiseEscalation(made.number(), 0);
            made.clocks().filter(name -> !name.isOfTheCase()).forEach(name -> clocks.raise(ClockKey.of(made.number(), name)));
        }
    }

    private Instant next(CaseOfAYear made) {
        return Stream.concat(Stream.of(clocks.nextReminder(made.number(), 0), clocks.nextEscalation(made.number())),
                        made.clocks().filter(name -> !name.isOfTheCase()).map(name -> clocks.nextAlarm(ClockKey.of(made.number(), name))))
                .min(Comparator.naturalOrder()).orElseThrow();
    }

    private Map<String, Instant> noted(String number) {
        Map<String, Instant> noted = new TreeMap<>();
        for (ClockView view : clocks.of(number)) {
            view.alarms().forEach(alarm -> noted.put(
                    "%s %d %s".formatted(view.key().name(), alarm.run() - 1, alarm.level()), alarm.raisedAt()));
        }
        return noted;
    }

    private static String readable(CaseOfAYear made) {
        return made.number() + " " + made.first() + ": " + made.steps().stream()
                .map(step -> "%s %s %s".formatted(PlainCalendar.moment(step.at()), step.what(),
                        step.what() == What.SEVERITY ? step.severity() : step.clock()))
                .collect(Collectors.joining("\n"));
    }
}
