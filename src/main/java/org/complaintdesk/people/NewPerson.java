package org.complaintdesk.people;

import java.util.List;
import org.complaintdesk.identity.StaffGroup;

/**
 * Somebody new, as it is typed.
 *
 * @param all   whether every shop is theirs; a box that is not ticked is not sent
 * @param shops otherwise these
 */
record NewPerson(String id, String name, String email, List<StaffGroup> groups, Boolean all, List<String> shops) {

    NewPerson {
        all = Boolean.TRUE.equals(all);
        groups = groups == null ? List.of() : List.copyOf(groups);
        shops = shops == null ? List.of() : List.copyOf(shops);
    }
}
