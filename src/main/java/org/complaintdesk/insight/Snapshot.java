package org.complaintdesk.insight;

import java.time.LocalDate;
import java.util.List;

/**
 * The complaints of every shop, counted at one moment.
 *
 * @param today in the installation's time zone
 */
record Snapshot(LocalDate today, List<OpenRow> open, List<OfShop> received, List<OfShop> closed) {

    /** @param count how many arrived or were closed since the day began */
    record OfShop(String shop, long count) {
    }
}
