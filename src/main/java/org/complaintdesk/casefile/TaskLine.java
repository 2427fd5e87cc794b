package org.complaintdesk.casefile;

import java.time.Instant;

/**
 * One task of a case as staff read it.
 *
 * @param who    who has it, had it last, or may take it
 * @param result how it ended; whether it waits to be taken while it is open
 * @param took   how long it was there
 * @param due    null when it has none
 * @param ended  null while it is open
 * @param flow   the process instance it belongs to
 */
record TaskLine(String id, String flow, String name, String who, String result, Instant created, Instant due,
                boolean overdue, Instant ended, String took, boolean open, boolean taken) {
}
