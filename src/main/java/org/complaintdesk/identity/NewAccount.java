package org.complaintdesk.identity;

import java.util.Set;

/**
 * Somebody new, as it is typed.
 *
 * @param id    what they sign in with
 * @param name  as it is shown
 * @param email may be empty
 */
public record NewAccount(String id, String name, String email, Set<StaffGroup> groups) {

    public NewAccount {
        groups = groups == null ? Set.of() : Set.copyOf(groups);
    }
}
