package org.complaintdesk.people;

/**
 * Somebody's tasks are to be handed over.
 *
 * @param to    user id; only for one person
 * @param why   null when no reason was given
 * @param cases whether the cases they handle without an open task change hands too
 */
record HandOverOrder(String from, Way way, String to, String why, boolean cases) {

    /** Where tasks go. Labels: {@code Way.*} in the message bundles. */
    enum Way {
        SPREAD, TO_ONE, TO_GROUP
    }
}
