package org.complaintdesk.worklist;

import java.util.Set;

/**
 * A task that somebody wants to take or to hand over.
 *
 * @param assignee whose it is; null when nobody has taken it
 * @param groups   ids of the groups whose work it is
 * @param shop     null when it belongs to no shop of the settings
 */
record OpenTask(String id, String assignee, Set<String> groups, String shop) {

    /** @return what tasks have in common that the same people can do */
    OpenTask withoutPerson() {
        return new OpenTask(null, null, groups, shop);
    }
}
