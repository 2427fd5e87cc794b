package org.complaintdesk.compliance;

/**
 * One place in a text that the gate objects to.
 *
 * @param phrase  as it stands in the text, blanks, emoji and all
 * @param verdict never {@link Verdict#CLEAR}
 * @param rule    which rule it offends, with its source, in the installation's language
 */
public record Finding(String phrase, Verdict verdict, String rule) {
}
