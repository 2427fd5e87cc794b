package org.complaintdesk.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.support.LivedCase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Some of a year's cases through all of it: forms, mail, the customer's page, and the timers of the models, which nothing but the
 * engine fires. Every alarm is compared with {@link PlainClock}.
 */
@DeskTest
class SimulatedYearInTheEngineTests {

    private static final int CASES = 30;

    @Autowired
    private LivedCase lived;
    @Autowired
    private CaseClocks clocks;

    @AfterEach
    void time_runs_again() {
        ClockUtil.reset();
    }

    @Test
    void every_alarm_the_timers_raise_comes_when_it_should() {
        int alarms = 0;
        for (int number = 0; number < CASES; number++) {
            CaseAtTheDesk made = new CaseAtTheDesk(number);
            lived.arrives(PlainCalendar.moment(made.received()), "示例旗舰店");
            for (CaseAtTheDesk.Step step : made.steps()) {
                // A person who acts at the very moment of a timer comes first, as in the plain computation.
                lived.livesUpTo(PlainCalendar.moment(step.at()));
                lived.happens(step.word());
            }
            lived.lives(PlainCalendar.moment(made.end()));

            Map<String, Instant> raised = raised(made);
            assertThat(raised).as(() -> readable(made)).isEqualTo(expected(made));
            alarms += raised.size();
        }
        assertThat(alarms).isGreaterThan(3 * CASES);
    }

    private static Map<String, Instant> expected(CaseAtTheDesk made) {
        return made.stories().stream().flatMap(story -> PlainClock.alarms(story, true).entrySet().stream()
                        .map(alarm -> Map.entry(story.name() + " " + alarm.getKey(), alarm.getValue())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
    }

    private Map<String, Instant> raised(CaseAtTheDesk made) {
        Map<String, Instant> raised = new TreeMap<>();
        for (ClockView view : clocks.of(lived.number().value())) {
            if (made.stories().stream().anyMatch(story -> story.name().equals(view.key().name().name()))) {
                view.alarms().forEach(alarm -> raised.put(
                        "%s %d %s".formatted(view.key().name(), alarm.run() - 1, alarm.level()), alarm.raisedAt()));
            }
        }
        return raised;
    }

    private static String readable(CaseAtTheDesk made) {
        return PlainCalendar.moment(made.received()) + " arrives\n" + made.steps().stream()
                .map(step -> PlainCalendar.moment(step.at()) + " " + step.word()).collect(Collectors.joining("\n"));
    }
}
