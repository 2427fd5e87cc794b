package org.complaintdesk.forecast;

import java.time.Instant;

/**
 * A look at a case.
 *
 * @param again when another would see something else; null when none would, as long as nothing happens
 */
record Look(Forecast forecast, Instant again) {
}
