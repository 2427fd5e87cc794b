package org.complaintdesk.people;

import org.complaintdesk.people.HandOverOrder.Way;

/** A hand-over as it is typed. */
record TypedHandOver(Way way, String to, String why, boolean cases) {
}
