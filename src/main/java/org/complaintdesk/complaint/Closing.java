package org.complaintdesk.complaint;

import java.util.EnumSet;
import java.util.Set;

/** How a complaint ended. */
public enum Closing {
    SATISFIED, NOT_AGREED, WITHDRAWN, DUPLICATE, UNREACHABLE, NO_ANSWER;

    private static final Set<Closing> EARLY = EnumSet.of(WITHDRAWN, DUPLICATE, UNREACHABLE);

    /** @return whether a case can end this way from any stage, at staff's or the customer's word */
    public boolean isEarly() {
        return EARLY.contains(this);
    }
}
