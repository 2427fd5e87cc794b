package org.complaintdesk.tables;

import java.time.Instant;
import java.util.List;

/**
 * What somebody makes of a table; nobody else sees it, and nothing follows it.
 *
 * @param base     the engine's id of the version it was begun from
 * @param revision grows with each change
 * @param note     what the reason was proposed to be; null for none
 */
record Draft(String table, String who, String base, int revision, List<Rule> rules, String note, Instant changedAt) {
}
