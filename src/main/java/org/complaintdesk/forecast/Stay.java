package org.complaintdesk.forecast;

import java.time.Duration;

/**
 * One stay of a finished case in a stage, in running time of its settlement clock.
 *
 * @param stayed how long it stayed in the stage
 * @param needed from entering the stage until the case was settled; never less than {@code stayed}
 */
record Stay(Duration stayed, Duration needed) {

    Stay {
        if (stayed.isNegative() || needed.compareTo(stayed) < 0) {
            throw new IllegalArgumentException("No case is settled before it leaves a stage: " + stayed + ", " + needed);
        }
    }
}
