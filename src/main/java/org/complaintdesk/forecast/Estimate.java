package org.complaintdesk.forecast;

import java.time.Duration;

/**
 * What similar stays say of a case.
 *
 * @param similar how many there are
 * @param late    how many of them needed more than the case has left
 * @param longest whether fewer had lasted as long as this one, so that those that lasted longest stand for it
 * @param likely  the running time half of them needed at most from here
 * @param safe    the running time four in five needed at most from here
 * @param goodFor the running time after which it says something else worth knowing; null when it stays as it is
 */
record Estimate(int similar, int late, boolean longest, Duration likely, Duration safe, Duration goodFor) {

    /** @return the chance of a breach, 0 to 1 */
    double chance() {
        return (double) late / similar;
    }
}
