package org.complaintdesk.casefile;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Moments with their year, for what is read years later by somebody else. */
record FullDates(ZoneId zone) {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** @return empty when there is no such moment */
    public String of(Instant moment) {
        return moment == null ? "" : FORMAT.withZone(zone).format(moment);
    }
}
