package org.complaintdesk.casework;

import java.time.Instant;
import java.util.List;

/**
 * What somebody has in hand of one case: its open tasks, all of the same group.
 *
 * @param caseNumber of a complaint or review; the business key of anything else
 * @param shop       whose case it is; null when it is no shop's
 * @param groups     ids of the groups whose tasks these are; empty when they are nobody's
 */
public record Pile(String caseNumber, String shop, List<String> groups, List<Piece> tasks) {

    /** @param due null when it is never */
    public record Piece(String id, String name, Instant due) {
    }

    public Pile {
        groups = List.copyOf(groups);
        tasks = List.copyOf(tasks);
    }
}
