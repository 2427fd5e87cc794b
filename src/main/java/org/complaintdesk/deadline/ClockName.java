package org.complaintdesk.deadline;

import java.util.Set;

/** What a clock measures. Labels: {@code ClockName.*} in the message bundles. */
public enum ClockName {
    /** A person's first answer that reaches the customer. */
    FIRST_RESPONSE,
    /** The answer to a message of the customer. */
    NEXT_RESPONSE,
    /** A solution is laid before the customer. */
    PROPOSAL,
    /** The whole complaint is settled. */
    SETTLEMENT,
    /** What was agreed is carried out. */
    EXECUTION,
    /** The marketplace asks for evidence or an answer. */
    PLATFORM_ANSWER,
    /** The marketplace asks for more evidence. */
    PLATFORM_SUPPLEMENT,
    /** A case at the market regulator, 12315. */
    REGULATOR,
    /** A courier answers our claim. */
    COURIER_CLAIM,
    /** Anyone else outside answers us. */
    OUTSIDE_ANSWER;

    private static final Set<ClockName> OF_THE_CASE = Set.of(FIRST_RESPONSE, PROPOSAL, SETTLEMENT, EXECUTION);

    /** @return whether the case's own flow reminds of it; another flow watches every other clock */
    boolean isOfTheCase() {
        return OF_THE_CASE.contains(this);
    }
}
