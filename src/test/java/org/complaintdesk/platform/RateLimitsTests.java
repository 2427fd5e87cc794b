package org.complaintdesk.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitsTests {

    private static final Limit THREE_AN_HOUR = new Limit("letters", 3, Duration.ofHours(1));

    private final Hands clock = new Hands();
    private final RateLimits limits = new RateLimits(clock);

    @Test
    void what_is_beyond_the_limit_is_refused_until_time_has_passed() {
        assertThat(times(4, "a")).isEqualTo(3);
        clock.now = clock.now.plus(Duration.ofMinutes(20));
        assertThat(times(4, "a")).isEqualTo(1);
        clock.now = clock.now.plus(Duration.ofHours(5));
        assertThat(times(9, "a")).isEqualTo(3);
    }

    @Test
    void everyone_is_counted_alone_and_every_limit_by_itself() {
        assertThat(times(4, "a")).isEqualTo(3);
        assertThat(times(4, "b")).isEqualTo(3);
        assertThat(limits.allows(new Limit("calls", 3, Duration.ofHours(1)), "a")).isTrue();
    }

    @Test
    void what_is_refused_does_not_count() {
        assertThat(limits.allows(THREE_AN_HOUR, "a", 5)).isFalse();
        assertThat(limits.allows(THREE_AN_HOUR, "a", 3)).isTrue();
    }

    private long times(int tries, String who) {
        return IntStream.range(0, tries).filter(i -> limits.allows(THREE_AN_HOUR, who)).count();
    }

    private static final class Hands extends Clock {

        private Instant now = Instant.parse("2026-11-22T08:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
