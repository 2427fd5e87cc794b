package org.complaintdesk.people;

import java.util.List;
import org.complaintdesk.identity.StaffGroup;

/**
 * Somebody new, as it is typed.
 *
 * @param all   whether every shop is theirs
 * @param shops otherwise these
 */
record NewPerson(String id, String name, String email, List<StaffGroup> groups, boolean all, List<String> shops) {

    NewPerson {
        groups = groups == null ? List.of() : List.copyOf(groups);
        shops = shops == null ? List.of() : List.copyOf(shops);
    }
}
