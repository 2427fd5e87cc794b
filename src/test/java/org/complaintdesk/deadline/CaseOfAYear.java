package org.complaintdesk.deadline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.complaintdesk.policy.Severity;

/**
 * A made-up case as the desk lives through it, the same every time: its clocks begin, wait, stop and begin again, and its
 * severity changes for all of them. What the rules say of each clock is written down here once more, by hand.
 *
 * @param first the severity it comes in with
 * @param steps in the order of time
 * @param end   how far it is looked at
 */
record CaseOfAYear(String number, Severity first, List<Step> steps, int end) {

    private static final int MINUTE = 2;
    private static final int DAY = 24 * 60 * MINUTE;
    private static final List<ClockName> SOMETIMES = List.of(ClockName.NEXT_RESPONSE, ClockName.EXECUTION,
            ClockName.PLATFORM_ANSWER, ClockName.REGULATOR, ClockName.COURIER_CLAIM);

    /** What is done to a clock, or to the case. */
    enum What {
        START, PAUSE, RESUME, STOP, SEVERITY
    }

    /** @param clock null when the severity changes, which all clocks follow */
    record Step(int at, What what, ClockName clock, Severity severity) {
    }

    /** What the rules say, counted in minutes of the calendar. */
    private record Rule(PlainCalendar calendar, String target, String... shares) {
    }

    static Stream<CaseOfAYear> year(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(number -> made(prefix + number, new Random(20260501L + number)));
    }

    private static CaseOfAYear made(String number, Random random) {
        int received = DAY + random.nextInt(365 * DAY);
        List<Step> steps = new ArrayList<>();
        List<ClockName> clocks = new ArrayList<>(List.of(ClockName.FIRST_RESPONSE, ClockName.PROPOSAL, ClockName.SETTLEMENT));
        clocks.add(SOMETIMES.get(random.nextInt(SOMETIMES.size())));
        int last = received;
        for (ClockName clock : clocks) {
            last = Math.max(last, live(clock, received, steps, random));
        }
        for (int change = random.nextInt(3); change > 0; change--) {
            steps.add(new Step(received + 1 + random.nextInt(2 * DAY), What.SEVERITY, null, severity(random)));
        }
        steps.sort(Comparator.comparingInt(Step::at));
        return new CaseOfAYear(number, severity(random), steps, last + 40 * DAY);
    }

    /** @return when the last of it happened */
    private static int live(ClockName clock, int received, List<Step> steps, Random random) {
        boolean quick = clock == ClockName.FIRST_RESPONSE || clock == ClockName.NEXT_RESPONSE;
        int usual = quick ? 30 * MINUTE : clock == ClockName.REGULATOR || clock == ClockName.COURIER_CLAIM ? 9 * DAY : DAY;
        int now = received;
        for (int round = random.nextInt(5) == 0 ? 2 : 1; round > 0; round--) {
            steps.add(new Step(now, What.START, clock, null));
            for (int pauses = quick ? 0 : random.nextInt(3); pauses > 0; pauses--) {
                now += 1 + random.nextInt(usual);
                steps.add(new Step(now, What.PAUSE, clock, null));
                now += 1 + random.nextInt(usual);
                steps.add(new Step(now, What.RESUME, clock, null));
            }
            if (round == 1 && random.nextInt(8) == 0) {
                return now;
            }
            now += 1 + random.nextInt(3 * usual);
            steps.add(new Step(now, What.STOP, clock, null));
            now += 1 + random.nextInt(2 * DAY);
        }
        return now;
    }

    /** The story of one of its clocks, as the rules see it. */
    ClockStory story(ClockName clock) {
        Severity severity = first;
        boolean open = false;
        ClockStory.Event begin = null;
        List<ClockStory.Event> events = new ArrayList<>();
        Rule rule = null;
        for (Step step : steps) {
            if (step.what() == What.SEVERITY) {
                severity = step.severity();
                Rule now = rule(clock, severity);
                if (open && !(now.target().equals(rule.target()) && now.calendar() == rule.calendar())) {
                    events.add(new ClockStory.Event(ClockStory.What.CHANGE, step.at(), now.calendar(), now.target()));
                    rule = now;
                }
            } else if (step.clock() == clock) {
                if (step.what() == What.START) {
                    rule = rule(clock, severity);
                    ClockStory.Event start = new ClockStory.Event(ClockStory.What.REOPEN, step.at(), rule.calendar(), rule.target());
                    if (begin == null) {
                        begin = start;
                    } else {
                        events.add(start);
                    }
                } else {
                    events.add(new ClockStory.Event(ClockStory.What.valueOf(step.what().name()), step.at(), null, null));
                }
                open = step.what() != What.STOP;
            }
        }
        return new ClockStory(clock.name(), begin.calendar(), begin.target(), shares(rule), begin.at(), begin.at(), events, end);
    }

    Stream<ClockName> clocks() {
        return steps.stream().map(Step::clock).filter(name -> name != null).distinct();
    }

    private static Rule rule(ClockName clock, Severity severity) {
        return switch (clock) {
            case FIRST_RESPONSE -> new Rule(PlainCalendar.SERVICE_HOURS, "5m", "0.8", "1");
            case NEXT_RESPONSE -> severity == Severity.P1 ? new Rule(PlainCalendar.ALWAYS, "60m", "0.8", "1")
                    : new Rule(PlainCalendar.SERVICE_HOURS, "240m", "0.8", "1");
            case PROPOSAL -> new Rule(PlainCalendar.ALWAYS, severity == Severity.P1 ? "240m" : severity == Severity.P2 ? "480m" : "960m",
                    "0.8", "1", "2");
            case SETTLEMENT, EXECUTION -> new Rule(PlainCalendar.ALWAYS, "1440m", "0.8", "1", "2", "3");
            case PLATFORM_ANSWER -> new Rule(PlainCalendar.ALWAYS, "2880m", "0.8", "1", "1.5", "2");
            case REGULATOR -> new Rule(PlainCalendar.DAYS, "7WD", "0.8", "1", "1.2", "1.5");
            case COURIER_CLAIM -> new Rule(PlainCalendar.ALWAYS, "10080m", "0.8", "1", "2");
            default -> throw new IllegalArgumentException(clock.name());
        };
    }

    private static Map<String, BigDecimal> shares(Rule rule) {
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        for (int level = 0; level < rule.shares().length; level++) {
            shares.put(level == 0 ? "WARNING" : "BREACH_" + level, new BigDecimal(rule.shares()[level]));
        }
        return shares;
    }

    private static Severity severity(Random random) {
        int dice = random.nextInt(10);
        return dice == 0 ? Severity.P1 : dice < 4 ? Severity.P2 : Severity.P3;
    }
}
