package org.complaintdesk.tables;

import java.time.Instant;

/**
 * One version of a table.
 *
 * @param id     the engine's own
 * @param number 1 for the first
 * @param who    null when it came with the software or was deployed past the desk
 * @param note   null for none
 */
record Version(String id, int number, Instant at, String who, String note, Origin origin) {

    /** Where a version comes from. */
    enum Origin {
        SOFTWARE, HOUSE,
        /** Deployed by an administrator with the engine's own tools. */
        OUTSIDE
    }
}
