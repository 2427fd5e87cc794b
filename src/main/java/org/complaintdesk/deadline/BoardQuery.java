package org.complaintdesk.deadline;

import java.util.List;
import java.util.Set;

/**
 * Which clocks of all cases to list.
 *
 * @param names    empty for all
 * @param shop     a part of its name; null for all
 * @param severity null for all, otherwise its name
 * @param hidden   the names of shops whose clocks are left out
 * @param page     from 0
 * @param size     1 to 1,000
 */
public record BoardQuery(Shown shown, Set<ClockName> names, String shop, String severity, List<String> hidden, int page,
                         int size) {

    private static final int LARGEST_PAGE = 1_000;

    /** Which state they are in. */
    public enum Shown {
        /** Running or waiting. */
        OPEN,
        /** Running, and not past their due moment. */
        AHEAD,
        /** Running, and past their due moment. */
        OVERDUE,
        /** The customer or someone outside has to act. */
        WAITING,
        /** Past their due moment, be it that they run or were stopped after it; the latest of the last 30 days first. */
        MISSED
    }

    public BoardQuery {
        names = Set.copyOf(names);
        hidden = List.copyOf(hidden);
        if (page < 0 || size < 1 || size > LARGEST_PAGE) {
            throw new IllegalArgumentException("No page of a list: " + page + ", " + size);
        }
    }
}
