package org.complaintdesk.insight;

import java.util.List;

/**
 * A case in short, for whoever looks at one of its instances.
 *
 * @param href      the page of the case
 * @param instances its flows, the first to begin first
 */
record CaseSheet(String number, String href, boolean closed, List<Fact> facts, List<ClockLine> clocks, List<MessageLine> messages,
                 List<InstanceLine> instances) {

    /** @param late whether somebody should look */
    record Fact(String label, String value, boolean late) {
    }

    /** A clock of the case. */
    record ClockLine(String name, String state, String due, String brief, boolean late, String href) {
    }

    /** @param to the masked address, or nothing when it went to none */
    record MessageLine(String subject, String to, String state, String at, boolean late) {
    }

    /** One of its flows. */
    record InstanceLine(String id, String name, String from, String to, boolean open) {
    }
}
