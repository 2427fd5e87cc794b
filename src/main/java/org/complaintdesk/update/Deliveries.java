package org.complaintdesk.update;

import java.time.Instant;
import java.util.Map;

/** The deliveries that are under way, which the process update-delivery carries. */
public interface Deliveries {

    /** @return the mails of the case that did not go out so far, by the key of their update */
    Map<String, Failing> failing(String caseNumber);

    /** Tries a failing mail again at once; nothing happens to any other. */
    void retry(String key);

    /** Takes back what waits for its time or for an agent. */
    void takeBack(String key);

    /**
     * @param attempts  how often it was tried
     * @param lastError what the mail server said, or why there was none
     * @param next      when it is tried again, null when someone has to see to it first
     */
    record Failing(int attempts, String lastError, Instant next) {
    }
}
