package org.complaintdesk.insight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What was counted, kept for some seconds, so that many who ask cost as much as one. Whoever asks while it is being counted
 * waits for it.
 */
final class Kept<K, V> {

    private final Map<K, Counted<V>> counted = new ConcurrentHashMap<>();
    private final Duration goodFor;
    private final Clock clock;
    private final Function<K, V> count;

    Kept(Duration goodFor, Clock clock, Function<K, V> count) {
        this.goodFor = goodFor;
        this.clock = clock;
        this.count = count;
    }

    private record Counted<V>(V value, Instant at) {

        boolean isGood(Instant now, Duration goodFor) {
            return !now.isBefore(at) && now.isBefore(at.plus(goodFor));
        }
    }

    V of(K key) {
        Instant now = clock.instant();
        return counted.compute(key, (same, before) -> before != null && before.isGood(now, goodFor) ? before
                : new Counted<>(count.apply(key), now)).value();
    }
}
