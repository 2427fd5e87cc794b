package org.complaintdesk.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LengthsTests {

    @Test
    void without_stays_everything_is_zero() {
        Lengths none = new Lengths();

        assertThat(none.stays()).isZero();
        assertThat(none.quantile(0.5)).isZero();
        assertThat(none.longest()).isZero();
    }

    @Test
    void what_half_and_nine_in_ten_did_not_exceed_is_right_to_a_fifth() {
        Random random = new Random(6);
        long[] seconds = LongStream.generate(() -> (long) Math.exp(3 + 9 * random.nextDouble())).limit(10_000).sorted().toArray();
        Lengths lengths = new Lengths();
        LongStream.of(seconds).forEach(one -> lengths.add(classOf(one), 1, one, one));

        assertThat(lengths.stays()).isEqualTo(10_000);
        assertThat(ratio(lengths.quantile(0.5), seconds[4_999])).isEqualTo(1, within(0.2));
        assertThat(ratio(lengths.quantile(0.9), seconds[8_999])).isEqualTo(1, within(0.2));
        assertThat(lengths.longest()).isEqualTo(Duration.ofSeconds(seconds[9_999]));
    }

    @Test
    void days_are_added_up_and_those_that_take_too_long_are_counted() {
        Lengths lengths = new Lengths();
        lengths.add(classOf(60), 90, 90 * 60, 60);
        lengths.add(classOf(60), 5, 5 * 60, 60);
        lengths.add(classOf(86_400), 5, 5 * 86_400, 86_400);

        assertThat(lengths.quantile(0.9)).isEqualTo(Duration.ofMinutes(1));
        assertThat(lengths.longerThan(Duration.ofHours(1))).isEqualTo(5);
    }

    /** {@link Lengths#CLASS}, as the database counts it. */
    private static int classOf(long seconds) {
        return (int) Math.floor(2 * Math.log(Math.max(seconds, 1)) / Math.log(2) + 1e-12);
    }

    private static double ratio(Duration found, long seconds) {
        return (double) found.toSeconds() / seconds;
    }
}
