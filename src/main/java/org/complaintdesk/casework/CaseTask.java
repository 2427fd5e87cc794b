package org.complaintdesk.casework;

import java.time.Instant;
import java.util.List;

/**
 * A task of a case, open or ended.
 *
 * @param flow      the process instance it belongs to
 * @param key       its task definition key
 * @param due       when it is due; null when it is not
 * @param ended     null while it is open
 * @param completed whether a person did it; false for one that fell away, and while it is open
 * @param assignee  who has it, or had it last; null when nobody has
 * @param groups    the groups it is for, of an open one that nobody has; else empty
 * @param handlings who took it, handed it on or gave it back, oldest first
 */
public record CaseTask(String id, String flow, String key, String name, Instant created, Instant due, Instant ended, boolean completed,
                       String assignee, List<String> groups, List<Handling> handlings) {

    public boolean isOpen() {
        return ended == null;
    }

    /** What somebody did with a task beside completing it. Labels: {@code Handled.*} in the message bundles. */
    public enum Handled {
        TAKEN, HANDED, GIVEN_BACK
    }

    /** @param assignee to whom it went, null when it was given back */
    public record Handling(Instant at, String who, Handled what, String assignee) {
    }
}
