package org.complaintdesk.compliance;

/**
 * What stands between quotation marks, or is the title of something.
 *
 * @param from its first letter
 * @param to   the letter behind it
 */
record Quotation(int from, int to, boolean title) {

    boolean holds(int index) {
        return from <= index && index < to;
    }
}
