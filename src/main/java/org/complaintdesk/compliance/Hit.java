package org.complaintdesk.compliance;

/** A word of a list in a {@link Reading}: from its first letter to before the one after its last. */
record Hit(Mark mark, int from, int to) {
}
