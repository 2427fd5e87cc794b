package org.complaintdesk.deadline;

/**
 * The line of the decision table that a target comes from.
 *
 * @param version the dated version of the table, so that a case can keep the rule it began under
 */
record Rule(String name, String version) {

    Rule {
        if (name == null || name.isBlank() || version == null || version.isBlank()) {
            throw new IllegalArgumentException("A rule needs a name and a version: " + name + ", " + version);
        }
    }
}
