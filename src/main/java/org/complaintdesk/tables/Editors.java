package org.complaintdesk.tables;

import java.util.Optional;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.identity.StaffGroup;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who may change tables: supervisors who see every shop, for a table counts in all of them. */
@Component
class Editors {

    private final Shops shops;

    Editors(Shops shops) {
        this.shops = shops;
    }

    /** @return the user id of whoever is signed in */
    Optional<String> who() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication()).map(Authentication::getName);
    }

    boolean isWho(String user) {
        return who().filter(user::equals).isPresent();
    }

    boolean mayChange() {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        return person != null && person.getAuthorities().stream()
                .anyMatch(group -> StaffGroup.SUPERVISORS.id().equals(group.getAuthority())) && shops.seenNow().all();
    }

    /**
     * @return the user id of whoever is signed in
     * @throws AccessDeniedException when they may not change tables
     */
    String whoChanges() {
        if (!mayChange()) {
            throw new AccessDeniedException("Tables are changed by supervisors of all shops");
        }
        return who().orElseThrow();
    }
}
