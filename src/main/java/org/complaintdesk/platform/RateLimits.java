package org.complaintdesk.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/**
 * Who did how much of what is open to everyone. Every node counts for itself, in memory: a limit stands between a flood
 * and the desk, it is no account of anybody.
 */
@Component
public class RateLimits {

    private static final int REMEMBERED = 200_000;
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    private final Cache<Counted, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(REMEMBERED).expireAfterAccess(FORGOTTEN_AFTER).build();
    private final TimeMeter time;

    RateLimits(Clock clock) {
        this.time = new DeskTime(clock);
    }

    private record Counted(Limit limit, String who) {
    }

    /**
     * Counts once more.
     *
     * @param who whose count it is: an address, a case number, the same word for everyone
     * @return false when the limit is reached; then nothing is counted
     */
    public boolean allows(Limit limit, String who) {
        return allows(limit, who, 1);
    }

    /** The same for something that counts more than once, such as megabytes. */
    boolean allows(Limit limit, String who, long times) {
        return buckets.get(new Counted(limit, who), this::full).tryConsume(times);
    }

    /** @return whether the limit is reached; asking does not count */
    public boolean isReached(Limit limit, String who) {
        Bucket bucket = buckets.getIfPresent(new Counted(limit, who));
        return bucket != null && bucket.getAvailableTokens() < 1;
    }

    private Bucket full(Counted counted) {
        Limit limit = counted.limit();
        return Bucket.builder().withCustomTimePrecision(time)
                .addLimit(bandwidth -> bandwidth.capacity(limit.times()).refillGreedy(limit.times(), limit.within()))
                .build();
    }

    /** The one clock of the desk, so that a limit ends when the desk's hour does. */
    private record DeskTime(Clock clock) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
