package org.complaintdesk.policy;

/**
 * What triage suggests about a review to the agent, who confirms or corrects it.
 *
 * @param priority 0 to 100: P1 from 80, P2 from 50, P3 below
 * @param basis    why, with the words that led to it, in the installation's language
 */
public record ReviewTriageProposal(ReviewKind kind, Severity urgency, int priority, String basis) {
}
