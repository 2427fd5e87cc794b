package org.complaintdesk.compliance;

/**
 * What the decision table says of a passage.
 *
 * @param rule which rule applies, with its source, in the installation's language
 */
record Judgement(Verdict verdict, String rule) {
}
