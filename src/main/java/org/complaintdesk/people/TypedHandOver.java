package org.complaintdesk.people;

import org.complaintdesk.people.HandOverOrder.Way;

/** A hand-over as it is typed; a box that is not ticked is not sent. */
record TypedHandOver(Way way, String to, String why, Boolean cases) {

    TypedHandOver {
        cases = Boolean.TRUE.equals(cases);
    }
}
