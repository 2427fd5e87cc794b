package org.complaintdesk.policy;

/**
 * What triage suggests to the agent, who confirms or corrects it.
 *
 * @param party    who probably has to answer for it
 * @param basis    which words led to this, in the installation's language
 * @param priority 0 to 100: P1 from 80, P2 from 50, P3 below
 */
public record TriageProposal(Category category, ResponsibleParty party, String basis, Severity severity, int priority) {
}
