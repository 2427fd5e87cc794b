package org.complaintdesk.deadline;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * After which share of the allowed time each alarm comes: 0.8 is four fifths, 1 the due moment, 2 twice the time. A
 * level that is not named never comes.
 */
record AlarmShares(Map<AlarmLevel, BigDecimal> shares) {

    /** @throws IllegalArgumentException when a warning is not before the due moment, a breach is, or they fall */
    AlarmShares {
        EnumMap<AlarmLevel, BigDecimal> sorted = new EnumMap<>(AlarmLevel.class);
        sorted.putAll(shares);
        BigDecimal before = BigDecimal.ZERO;
        for (Map.Entry<AlarmLevel, BigDecimal> level : sorted.entrySet()) {
            BigDecimal share = level.getValue();
            boolean onItsSide = level.getKey().isBreach() == (share.compareTo(BigDecimal.ONE) >= 0);
            if (!onItsSide || share.compareTo(before) <= 0) {
                throw new IllegalArgumentException("Shares rise from above 0, a warning below 1, a breach from 1 on: "
                        + sorted);
            }
            before = share;
        }
        shares = Collections.unmodifiableMap(sorted);
    }
}
