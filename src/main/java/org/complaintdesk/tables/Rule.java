package org.complaintdesk.tables;

import java.util.List;

/**
 * One row of a table, as it stands there: cells are FEEL.
 *
 * @param id   stays the same while the row is changed and moved
 * @param note where the rule comes from, and remarks; empty for none
 */
record Rule(String id, String note, List<String> in, List<String> out) {

    Rule {
        in = List.copyOf(in);
        out = List.copyOf(out);
    }

    /** @return whether it says the same, whatever it is called */
    boolean says(Rule other) {
        return note.equals(other.note) && in.equals(other.in) && out.equals(other.out);
    }

    Rule called(String other) {
        return new Rule(other, note, in, out);
    }
}
