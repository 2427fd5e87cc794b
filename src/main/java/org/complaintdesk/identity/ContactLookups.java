package org.complaintdesk.identity;

import java.time.Duration;
import org.complaintdesk.platform.Limit;
import org.complaintdesk.platform.RateLimits;
import org.springframework.stereotype.Component;

/** Who may find customers by a whole phone or address: whoever may see contacts, and not without end. */
@Component
public class ContactLookups {

    /** More than anyone looks up; trying out the hidden digits of one phone would take days. */
    private static final Limit OFTEN = new Limit("contact-search", 200, Duration.ofHours(1));

    private final Staff staff;
    private final RateLimits limits;

    ContactLookups(Staff staff, RateLimits limits) {
        this.staff = staff;
        this.limits = limits;
    }

    /** Counts once more. */
    public boolean allows(String user) {
        return (staff.worksOnCases(user) || staff.oversees(user)) && limits.allows(OFTEN, user);
    }
}
