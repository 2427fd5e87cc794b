package org.complaintdesk.worklist;

import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.worklist.CountedTasks.Circle;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;

/** With whom the signed-in person shares open tasks. */
@Component
class Circles {

    private final Staff staff;

    Circles(Staff staff) {
        this.staff = staff;
    }

    Circle of(Authentication person) {
        Set<String> groups = person.getAuthorities().stream().map(GrantedAuthority::getAuthority)
                .collect(Collectors.toUnmodifiableSet());
        return new Circle(groups, staff.oversees(person.getName()), true, Collections.emptySet());
    }
}
