package org.complaintdesk.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.complaintdesk.complaint.Stage;
import org.complaintdesk.forecast.Experience.Finding;
import org.complaintdesk.forecast.Experience.Situation;
import org.complaintdesk.policy.Category;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether chances can be believed: histories are made up, chances are told at chance moments of cases not learned from,
 * and counted against what became of them.
 */
class CalibrationTests {

    private static final Logger LOG = LoggerFactory.getLogger(CalibrationTests.class);
    private static final Duration ALLOWED = Duration.ofHours(24);
    private static final List<Stage> WAY = List.of(Stage.RECEIVED, Stage.DIAGNOSING, Stage.PROPOSING, Stage.EXECUTING);
    private static final List<Category> CATEGORIES = List.of(Category.QUALITY, Category.DAMAGED_IN_TRANSIT, Category.PRICE,
            Category.LOST_OR_STALLED, Category.FOOD_SAFETY);

    private final Random random = new Random(20261122);

    /** What was said in one band of chances, and what came. */
    private static final class Band {

        private int count;
        private double said;
        private int late;

        private double said() {
            return said / count;
        }

        private double seen() {
            return (double) late / count;
        }
    }

    @Test
    void what_is_said_comes_as_often_as_it_is_said() {
        Map<Integer, Band> bands = bands(new Experience(learned(6_000)), 40_000);

        bands.forEach((tenth, band) -> LOG.info("{}0–{}0 %: {} cases, said {} %, seen {} %", tenth, tenth + 1, band.count,
                Math.round(100 * band.said()), Math.round(100 * band.seen())));
        assertThat(bands).hasSize(10);
        assertThat(bands.values()).allSatisfy(band -> assertThat(Math.abs(band.said() - band.seen())).isLessThan(0.06));
    }

    @Test
    void even_with_a_short_history_nobody_is_misled_by_much() {
        Map<Integer, Band> bands = bands(new Experience(learned(150)), 40_000);

        double off = bands.values().stream().mapToDouble(band -> band.count * Math.abs(band.said() - band.seen())).sum()
                / bands.values().stream().mapToInt(band -> band.count).sum();
        LOG.info("150 cases learned: {} points off on average", Math.round(1_000 * off) / 10.0);
        assertThat(off).isLessThan(0.08);
    }

    @Test
    void four_in_five_are_done_by_the_safe_time_and_half_by_the_likely_one() {
        Experience experience = new Experience(learned(6_000));
        int told = 0;
        int likely = 0;
        int safe = 0;
        for (int i = 0; i < 40_000; i++) {
            Moment moment = moment();
            Finding finding = moment.ask(experience);
            if (finding.estimate() != null) {
                told++;
                likely += moment.rest().compareTo(finding.estimate().likely()) <= 0 ? 1 : 0;
                safe += moment.rest().compareTo(finding.estimate().safe()) <= 0 ? 1 : 0;
            }
        }
        LOG.info("Done by the likely time: {} %, by the safe one: {} %", 100.0 * likely / told, 100.0 * safe / told);
        assertThat((double) likely / told).isBetween(0.47, 0.53);
        assertThat((double) safe / told).isBetween(0.77, 0.83);
    }

    private Map<Integer, Band> bands(Experience experience, int moments) {
        Map<Integer, Band> bands = new TreeMap<>();
        for (int i = 0; i < moments; i++) {
            Moment moment = moment();
            Finding finding = moment.ask(experience);
            // What is late already needs no chance.
            if (finding.estimate() != null && !moment.left().isNegative()) {
                Band band = bands.computeIfAbsent((int) Math.min(9, finding.estimate().chance() * 10), tenth -> new Band());
                band.count++;
                band.said += finding.estimate().chance();
                band.late += moment.rest().compareTo(moment.left()) > 0 ? 1 : 0;
            }
        }
        return bands;
    }

    private record Part(Stage stage, Duration stayed) {
    }

    private record Moment(Situation situation, Duration spent, Duration left, Duration rest) {

        private Finding ask(Experience experience) {
            return experience.about(situation, spent, left);
        }
    }

    /** Some customers decline and are offered something else; rare categories are slow; a few cases get stuck. */
    private List<Part> history(Category category) {
        double slow = 0.6 + CATEGORIES.indexOf(category) * 0.35;
        List<Part> parts = new ArrayList<>();
        WAY.forEach(stage -> {
            parts.add(new Part(stage, stay(slow, stage)));
            if (stage == Stage.PROPOSING) {
                while (random.nextDouble() < 0.25) {
                    parts.add(new Part(Stage.PROPOSING, stay(slow, stage)));
                }
            }
        });
        return parts;
    }

    private Duration stay(double slow, Stage stage) {
        double hours = slow * (1 + WAY.indexOf(stage)) * Math.exp(random.nextGaussian() * 0.9);
        return Duration.ofSeconds(Math.round(3_600 * (random.nextDouble() < 0.03 ? 4 * hours : hours)));
    }

    private Category category() {
        return CATEGORIES.get((int) Math.floor(CATEGORIES.size() * Math.pow(random.nextDouble(), 1.6)));
    }

    private Map<Situation, List<Stay>> learned(int cases) {
        Map<Situation, List<Stay>> learned = new HashMap<>();
        for (int i = 0; i < cases; i++) {
            Category category = category();
            List<Part> parts = history(category);
            for (int at = 0; at < parts.size(); at++) {
                Situation situation = new Situation("ROUND_THE_CLOCK", parts.get(at).stage(), category);
                Stay stay = new Stay(parts.get(at).stayed(), needed(parts, at));
                learned.computeIfAbsent(situation, some -> new ArrayList<>()).add(stay);
                learned.computeIfAbsent(situation.anyCategory(), some -> new ArrayList<>()).add(stay);
            }
        }
        return learned;
    }

    private static Duration needed(List<Part> parts, int from) {
        return parts.subList(from, parts.size()).stream().map(Part::stayed).reduce(Duration.ZERO, Duration::plus);
    }

    /** Somebody looks at an open case: long ones are looked at more often, as on a real list. */
    private Moment moment() {
        while (true) {
            Category category = category();
            List<Part> parts = history(category);
            Duration whole = needed(parts, 0);
            if (random.nextDouble() * Duration.ofHours(300).toSeconds() < whole.toSeconds()) {
                return at(category, parts, Duration.ofSeconds((long) (random.nextDouble() * whole.toSeconds())));
            }
        }
    }

    private static Moment at(Category category, List<Part> parts, Duration passed) {
        Duration entered = Duration.ZERO;
        int at = 0;
        while (entered.plus(parts.get(at).stayed()).compareTo(passed) <= 0) {
            entered = entered.plus(parts.get(at).stayed());
            at++;
        }
        return new Moment(new Situation("ROUND_THE_CLOCK", parts.get(at).stage(), category), passed.minus(entered),
                ALLOWED.minus(passed), needed(parts, 0).minus(passed));
    }
}
