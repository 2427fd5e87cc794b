package org.complaintdesk.tables;

/**
 * What is wrong, or strange, with a table.
 *
 * @param refused whether it cannot be put in force like this
 * @param rule    the row's id; null when it is about the whole table
 * @param text    in the installation's language
 */
record Finding(boolean refused, String rule, String text) {

    static Finding wrong(String rule, String text) {
        return new Finding(true, rule, text);
    }

    static Finding strange(String rule, String text) {
        return new Finding(false, rule, text);
    }
}
