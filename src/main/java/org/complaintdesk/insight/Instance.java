package org.complaintdesk.insight;

import java.time.Instant;

/**
 * An instance of a flow, running or ended.
 *
 * @param process    the key of its flow
 * @param definition the id of the version it ran or runs on
 * @param key        its business key
 * @param end        null while it runs
 * @param first      the element it began with
 * @param last       the element it ended with; null while it runs
 */
record Instance(String id, String process, String definition, String key, Instant start, Instant end,
                String first, String last) {

    /** @return the number of the case it belongs to, if its key says one; what follows a slash says what of the case it is */
    String caseNumber() {
        return key == null ? "" : key.split("/", 2)[0];
    }
}
