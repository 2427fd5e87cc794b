package org.complaintdesk.casefile;

import org.complaintdesk.complaint.CaseEvent;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** Who did something on a case, as staff read it. */
@Component
class Doers {

    private final Staff staff;
    private final Wording wording;

    Doers(Staff staff, Wording wording) {
        this.staff = staff;
        this.wording = wording;
    }

    /** @param who as a story has it: a user id, {@link CaseEvent#SYSTEM} or {@link CaseEvent#CUSTOMER} */
    String name(String who) {
        return CaseEvent.SYSTEM.equals(who) || CaseEvent.CUSTOMER.equals(who) ? wording.text("cases.who." + who) : staff.displayName(who);
    }
}
