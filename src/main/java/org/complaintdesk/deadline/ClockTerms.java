package org.complaintdesk.deadline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.complaintdesk.deadline.calendar.BusinessCalendar;
import org.springframework.stereotype.Component;

/** How what a clock is held to changes while it is open. */
@Component
class ClockTerms {

    private static final int DIGITS = 9;

    private final LockedClocks clocks;
    private final ServiceLevels levels;

    ClockTerms(LockedClocks clocks, ServiceLevels levels) {
        this.clocks = clocks;
        this.levels = levels;
    }

    /** A due moment that a person set stays, and what is stopped stays as it was. */
    KeptClock reconsidered(KeptClock kept, CaseTraits ofCase, String by, String why) {
        CaseTraits traits = kept.traits(ofCase);
        if (kept.clock().isStopped() || kept.traits().equals(traits)) {
            return kept;
        }
        KeptClock known = kept.with(traits);
        if (kept.held().dueSet()) {
            return known;
        }
        ServiceLevel level = levels.of(kept.key().name(), traits, kept.clock().started(),
                levels.version(kept.held().tableVersion()));
        return held(known, level, by, why);
    }

    /** @return the clock held to that, or as it was when that makes no difference to it */
    KeptClock held(KeptClock kept, ServiceLevel level, String by, String why) {
        if (same(kept.clock().terms(), level.terms()) && kept.held().onBreach() == level.onBreach()) {
            return kept;
        }
        Instant now = clocks.now();
        return kept.changed(kept.clock().change(level.terms(), now, by, why), KeptClock.Held.by(level), now);
    }

    KeptClock promised(KeptClock kept, Instant due, String by, String why) {
        if (kept.clock().isStopped()) {
            return kept;
        }
        Instant now = clocks.now();
        KeptClock left = kept.oneLevelLeft();
        Duration before = kept.clock().allowed(now);
        Terms until = until(kept.clock(), due, now);
        Terms promised = new Terms(until.rule(), until.target(), until.calendar(),
                next(left, before, ((Target.OpenTime) until.target()).time()));
        CaseClock changed = left.clock().change(ClockChange.PROMISED, promised, now, by, why);
        return left.changed(changed, left.held().dueSet(true), now);
    }

    KeptClock pauseCorrected(KeptClock kept, Instant began, Instant from, Instant to, String by, String why) {
        Interruption pause = kept.clock().pauses().stream().filter(found -> found.from().equals(began)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(kept.key() + " has no pause that began at " + began));
        Instant now = clocks.now();
        if (to.isAfter(now)) {
            throw new IllegalArgumentException("A pause cannot have ended in the future: " + to);
        }
        return kept.changed(kept.clock().correct(pause, from, to, now, by, why), kept.held(), now);
    }

    /** @return the clock due at that moment, with the alarms of its rule */
    static KeptClock due(KeptClock kept, Instant due, Instant now, String by, String why) {
        if (kept.held().dueSet() && kept.clock().dueAt(now).equals(due)) {
            return kept;
        }
        CaseClock changed = kept.clock().change(until(kept.clock(), due, now), now, by, why);
        return kept.changed(changed, kept.held().dueSet(true), now);
    }

    /** @return those terms for a clock that begins and is due then */
    static Terms between(Terms terms, Instant from, Instant due) {
        return new Terms(terms.rule(), new Target.OpenTime(Duration.between(from, due)), wall(terms.calendar()),
                terms.alarms());
    }

    private static Terms until(CaseClock clock, Instant due, Instant now) {
        if (!due.isAfter(now)) {
            throw new IllegalArgumentException("A new due moment has to be in the future: " + due);
        }
        BusinessCalendar wall = wall(clock.terms().calendar());
        return new Terms(clock.terms().rule(), new Target.OpenTime(clock.until(due, wall, now)), wall,
                clock.terms().alarms());
    }

    /** A moment that a person names may lie outside any hours, so it is counted on a calendar that is always open. */
    private static BusinessCalendar wall(BusinessCalendar calendar) {
        return BusinessCalendar.roundTheClock(Calendars.ROUND_THE_CLOCK, calendar.zone());
    }

    private static AlarmShares next(KeptClock kept, Duration before, Duration until) {
        Map<AlarmLevel, BigDecimal> shares = new EnumMap<>(AlarmLevel.class);
        BigDecimal scale = millis(before).divide(millis(until), DIGITS, RoundingMode.HALF_UP);
        BigDecimal first = null;
        for (Map.Entry<AlarmLevel, BigDecimal> level : kept.clock().terms().alarms().shares().entrySet()) {
            if (kept.raised().contains(level.getKey())) {
                continue;
            }
            if (!level.getKey().isBreach()) {
                shares.put(level.getKey(), level.getValue());
                continue;
            }
            first = first == null ? level.getValue() : first;
            shares.put(level.getKey(), BigDecimal.ONE.add(level.getValue().subtract(first).multiply(scale)
                    .setScale(DIGITS, RoundingMode.UP)));
        }
        return new AlarmShares(shares);
    }

    private static BigDecimal millis(Duration time) {
        return BigDecimal.valueOf(Math.max(1, time.toMillis()));
    }

    private static boolean same(Terms one, Terms other) {
        return one.target().equals(other.target()) && one.calendar().equals(other.calendar())
                && one.alarms().equals(other.alarms()) && one.rule().name().equals(other.rule().name());
    }
}
