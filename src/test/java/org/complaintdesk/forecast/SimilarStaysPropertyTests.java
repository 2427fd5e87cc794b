package org.complaintdesk.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every history, against counting by hand. */
class SimilarStaysPropertyTests {

    private static final Duration MILLI = Duration.ofMillis(1);

    @Property
    void chance_is_the_share_of_those_that_lasted_as_long_and_needed_more(@ForAll("histories") List<Stay> stays,
            @ForAll @IntRange(max = 120) int spent, @ForAll @IntRange(min = -50, max = 400) int left) {
        List<Stay> lasting = stays.stream().filter(stay -> stay.stayed().compareTo(minutes(spent)) >= 0).toList();
        long late = lasting.stream().filter(stay -> stay.needed().minus(minutes(spent)).compareTo(minutes(left)) > 0).count();

        Optional<Estimate> estimate = new SimilarStays(stays).lastingAsLong(minutes(spent), minutes(left));

        assertThat(estimate.isPresent()).isEqualTo(lasting.size() >= SimilarStays.AT_LEAST);
        estimate.ifPresent(said -> {
            assertThat(said.similar()).isEqualTo(lasting.size());
            assertThat(said.late()).isEqualTo((int) late);
            assertThat(said.chance()).isBetween(0.0, 1.0);
        });
    }

    @Property
    void at_least_the_share_needed_no_more_than_its_quantile_and_fewer_needed_less(@ForAll("histories") List<Stay> stays,
            @ForAll @IntRange(max = 120) int spent) {
        new SimilarStays(stays).lastingAsLong(minutes(spent), Duration.ZERO).ifPresent(said -> {
            List<Duration> rest = stays.stream().filter(stay -> stay.stayed().compareTo(minutes(spent)) >= 0)
                    .map(stay -> stay.needed().minus(minutes(spent))).toList();
            for (var quantile : List.of(new Share(0.5, said.likely()), new Share(0.8, said.safe()))) {
                assertThat(rest.stream().filter(time -> time.compareTo(quantile.time()) <= 0).count())
                        .isGreaterThanOrEqualTo((long) Math.ceil(quantile.of() * rest.size()));
                assertThat(rest.stream().filter(time -> time.compareTo(quantile.time()) < 0).count())
                        .isLessThan((long) Math.ceil(quantile.of() * rest.size()));
            }
            assertThat(said.likely()).isLessThanOrEqualTo(said.safe());
        });
    }

    @Property
    void less_time_left_is_never_a_smaller_chance(@ForAll("histories") List<Stay> stays, @ForAll @IntRange(max = 200) int spent,
            @ForAll @IntRange(max = 300) int left, @ForAll @IntRange(max = 300) int less) {
        SimilarStays similar = new SimilarStays(stays);
        similar.lastingLongest(minutes(spent), minutes(left)).ifPresent(said -> assertThat(similar
                .lastingLongest(minutes(spent), minutes(left - less)).orElseThrow().chance()).isGreaterThanOrEqualTo(said.chance()));
    }

    @Property
    void what_is_past_its_due_time_is_late_for_certain(@ForAll("histories") List<Stay> stays, @ForAll @IntRange(max = 200) int spent) {
        SimilarStays similar = new SimilarStays(stays);
        similar.lastingAsLong(minutes(spent), MILLI.negated()).ifPresent(said -> assertThat(said.chance()).isEqualTo(1));
        similar.lastingLongest(minutes(spent), MILLI.negated()).ifPresent(said -> assertThat(said.chance()).isEqualTo(1));
    }

    @Property
    void an_estimate_is_good_for_as_long_as_it_says_while_the_clock_runs(@ForAll("histories") List<Stay> stays,
            @ForAll @IntRange(max = 120) int spent, @ForAll @IntRange(min = 1, max = 400) int left, @ForAll @IntRange(max = 99) int percent) {
        SimilarStays similar = new SimilarStays(stays);
        similar.lastingAsLong(minutes(spent), minutes(left)).ifPresent(said -> {
            Duration goodFor = said.goodFor() == null ? Duration.ofDays(9) : said.goodFor();
            Duration on = goodFor.minus(MILLI).multipliedBy(percent).dividedBy(100);
            Estimate then = similar.lastingAsLong(minutes(spent).plus(on), minutes(left).minus(on)).orElseThrow();
            assertThat(then.chance()).isCloseTo(said.chance(), within(0.02));
            assertThat(then.similar()).isGreaterThan((int) (0.9 * said.similar()) - 1);
        });
    }

    @Property
    void the_longest_are_good_until_one_more_would_be_late(@ForAll("histories") List<Stay> stays,
            @ForAll @IntRange(min = 100, max = 300) int spent, @ForAll @IntRange(min = 1, max = 400) int left) {
        SimilarStays similar = new SimilarStays(stays);
        similar.lastingLongest(minutes(spent), minutes(left)).filter(said -> said.goodFor() != null).ifPresent(said -> {
            Duration last = said.goodFor().minus(MILLI);
            assertThat(similar.lastingLongest(minutes(spent).plus(last), minutes(left).minus(last)).orElseThrow().late())
                    .isEqualTo(said.late());
            assertThat(similar.lastingLongest(minutes(spent).plus(said.goodFor()), minutes(left).minus(said.goodFor()))
                    .orElseThrow().late()).isGreaterThan(said.late());
        });
    }

    private record Share(double of, Duration time) {
    }

    @Provide
    Arbitrary<List<Stay>> histories() {
        return Combinators.combine(Arbitraries.integers().between(0, 100), Arbitraries.integers().between(0, 300))
                .as((stayed, more) -> new Stay(minutes(stayed), minutes(stayed + more))).list().ofMinSize(0).ofMaxSize(120);
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }
}
