package org.complaintdesk.casework;

import java.util.List;
import java.util.Optional;

/** Who handles the open cases of one kind, as it changes beside their flow. Each kind of case brings one. */
public interface CasesInHand {

    /** @return the numbers of the open cases this person handles, oldest first */
    List<String> of(String handler);

    /** @return the user id of whoever handles this case; empty when nobody does, or it is no case of this kind */
    Optional<String> handlerOf(String caseNumber);

    /**
     * Tells it in the timeline of the case, and changes who handles it when that was who gives it away. In the caller's
     * transaction, the case is locked until its end.
     *
     * @return false when it is no case of this kind
     */
    boolean note(String caseNumber, HandedOver what);

    /**
     * What went from one person to another.
     *
     * @param from  user id
     * @param to    user id; null when it is the group's again
     * @param shown who it is now, in words
     * @param tasks their names; null when only the case itself was handed over
     * @param why   in the words of whoever did it; null when none were
     */
    record HandedOver(String from, String to, String shown, String tasks, String why) {
    }
}
