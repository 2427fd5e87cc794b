package org.complaintdesk.insight;

/**
 * A number and the list that shows exactly what it counts.
 *
 * @param key      by which programs and tests know it
 * @param href     the list's address on this installation
 * @param alarming whether somebody should look, because it is not zero
 */
record Figure(String key, String label, long count, String href, boolean alarming) {
}
