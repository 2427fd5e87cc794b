package org.complaintdesk.worklist;

import java.util.Set;
import java.util.stream.Collectors;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.worklist.CountedTasks.Circle;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;

/** With whom the signed-in person shares open tasks. */
@Component
class Circles {

    private final Staff staff;
    private final Shops shops;

    Circles(Staff staff, Shops shops) {
        this.staff = staff;
        this.shops = shops;
    }

    Circle of(Authentication person) {
        Set<String> groups = person.getAuthorities().stream().map(GrantedAuthority::getAuthority)
                .collect(Collectors.toUnmodifiableSet());
        return new Circle(groups, staff.oversees(person.getName()), shops.seenNow());
    }
}
