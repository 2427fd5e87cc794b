package org.complaintdesk.deadline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.complaintdesk.deadline.ClockStory.What;

/**
 * A made-up case as people and its customer handle it, the same every time, and what that means for its clocks, written down
 * by hand: an answer of a person ends the first response, the customer's turn makes the settlement wait.
 */
final class CaseAtTheDesk {

    private static final int MINUTE = 2;
    private static final int HOUR = 60 * MINUTE;
    private static final Map<ClockName, String[]> SHARES = Map.of(ClockName.FIRST_RESPONSE, new String[] {"0.8", "1"},
            ClockName.NEXT_RESPONSE, new String[] {"0.8", "1"}, ClockName.PROPOSAL, new String[] {"0.8", "1", "2"},
            ClockName.SETTLEMENT, new String[] {"0.8", "1", "2", "3"});

    private final Random random;
    private final int received;
    private final List<Step> steps = new ArrayList<>();
    private final Map<ClockName, List<ClockStory.Event>> events = new EnumMap<>(ClockName.class);
    private final Map<ClockName, Integer> begun = new EnumMap<>(ClockName.class);
    private boolean responded;
    private boolean urgent;
    private int now;

    /** @param word as {@link org.complaintdesk.support.LivedCase} knows it */
    record Step(int at, String word) {
    }

    CaseAtTheDesk(int number) {
        random = new Random(20260901L + number);
        received = 2 * 24 * 60 + random.nextInt(360 * 24 * HOUR);
        now = received;
        List.of(ClockName.FIRST_RESPONSE, ClockName.PROPOSAL, ClockName.SETTLEMENT).forEach(clock -> begun.put(clock, now));
        after(MINUTE, "records");
        if (random.nextInt(3) == 0) {
            after(1 + random.nextInt(20 * MINUTE), "calls");
            respond();
        }
        boolean forgotten = random.nextInt(4) == 0;
        if (forgotten) {
            now += 6 * 24 * HOUR;
        } else {
            handle();
        }
    }

    private void handle() {
        if (random.nextBoolean()) {
            after(1 + random.nextInt(9 * HOUR), "asksForEvidence");
            respond();
            note(What.PAUSE, ClockName.PROPOSAL, ClockName.SETTLEMENT);
            after(1 + random.nextInt(20 * HOUR), "customerSendsEvidence");
            note(What.RESUME, ClockName.PROPOSAL, ClockName.SETTLEMENT);
        }
        urgent = random.nextBoolean();
        after(1 + random.nextInt(9 * HOUR), urgent ? "diagnosesP1" : "diagnoses");
        if (urgent) {
            events.computeIfAbsent(ClockName.PROPOSAL, key -> new ArrayList<>())
                    .add(new ClockStory.Event(What.CHANGE, now, PlainCalendar.ALWAYS, "240m"));
        }
        after(1 + random.nextInt(30 * HOUR), "proposes");
        respond();
        note(What.STOP, ClockName.PROPOSAL);
        note(What.PAUSE, ClockName.SETTLEMENT);
        if (random.nextBoolean()) {
            after(1 + random.nextInt(12 * HOUR), "customerWrites");
            begun.put(ClockName.NEXT_RESPONSE, now);
            note(What.RESUME, ClockName.SETTLEMENT);
            after(1 + random.nextInt(16 * HOUR), "answers");
            note(What.STOP, ClockName.NEXT_RESPONSE);
            note(What.PAUSE, ClockName.SETTLEMENT);
        }
        after(1 + random.nextInt(12 * HOUR), "settles");
        note(What.STOP, ClockName.SETTLEMENT);
        now += 24 * HOUR;
    }

    int received() {
        return received;
    }

    List<Step> steps() {
        return steps;
    }

    int end() {
        return now;
    }

    List<ClockStory> stories() {
        return begun.entrySet().stream().map(clock -> new ClockStory(clock.getKey().name(), calendar(clock.getKey()),
                target(clock.getKey()), shares(clock.getKey()), clock.getValue(), clock.getValue(),
                events.getOrDefault(clock.getKey(), List.of()), now)).toList();
    }

    private PlainCalendar calendar(ClockName clock) {
        boolean service = clock == ClockName.FIRST_RESPONSE || clock == ClockName.NEXT_RESPONSE && !urgent;
        return service ? PlainCalendar.SERVICE_HOURS : PlainCalendar.ALWAYS;
    }

    /** It comes in as P2: something is broken. */
    private String target(ClockName clock) {
        return switch (clock) {
            case FIRST_RESPONSE -> "5m";
            case PROPOSAL -> "480m";
            case NEXT_RESPONSE -> urgent ? "60m" : "240m";
            default -> "1440m";
        };
    }

    private static Map<String, BigDecimal> shares(ClockName clock) {
        Map<String, BigDecimal> shares = new LinkedHashMap<>();
        String[] texts = SHARES.get(clock);
        for (int level = 0; level < texts.length; level++) {
            shares.put(level == 0 ? "WARNING" : "BREACH_" + level, new BigDecimal(texts[level]));
        }
        return shares;
    }

    private void after(int ticks, String word) {
        now += ticks;
        steps.add(new Step(now, word));
    }

    private void respond() {
        if (!responded) {
            note(What.STOP, ClockName.FIRST_RESPONSE);
            responded = true;
        }
    }

    private void note(What what, ClockName... clocks) {
        for (ClockName clock : clocks) {
            events.computeIfAbsent(clock, key -> new ArrayList<>()).add(new ClockStory.Event(what, now, null, null));
        }
    }
}
