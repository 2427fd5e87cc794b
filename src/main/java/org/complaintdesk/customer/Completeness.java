package org.complaintdesk.customer;

import java.util.ArrayList;
import java.util.List;

/**
 * How complete a customer's file is: five facts, each a fifth. The database view customer_completeness decides.
 *
 * @param missing the facts that are not there
 */
public record Completeness(int percent, List<Fact> missing) {

    /** What a complete file has. Labels: {@code Fact.*} in the message bundles. */
    public enum Fact {
        /** What the customer is called, nothing of it hidden. */
        NAME,
        /** A whole phone number. */
        PHONE,
        /** An address from which mail does not come back. */
        MAIL,
        /** The name in the platform's chat. */
        PLATFORM_ID,
        /** At least one order. */
        ORDER
    }

    static Completeness of(int percent, boolean... there) {
        List<Fact> missing = new ArrayList<>();
        for (Fact fact : Fact.values()) {
            if (!there[fact.ordinal()]) {
                missing.add(fact);
            }
        }
        return new Completeness(percent, List.copyOf(missing));
    }
}
