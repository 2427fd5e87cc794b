package org.complaintdesk.customer;

import java.time.Instant;
import java.util.Map;

/** What was done with a customer's file as a whole, when and by whom. */
public record FileAction(Instant at, String who, What what, Map<String, String> details) {

    /** Labels: {@code customers.action.*} in the message bundles. */
    public enum What {
        MERGED, EXPORTED, ERASED, CONTACT_CORRECTED, PREFERENCES
    }
}
