package org.complaintdesk.complaint;

import org.complaintdesk.policy.Category;
import org.complaintdesk.policy.ResponsibleParty;
import org.complaintdesk.policy.Severity;

/**
 * What the problem is, proposed by triage and confirmed or corrected by an agent.
 *
 * @param priority  0 to 100, higher first
 * @param rootCause null until an agent noted it
 */
public record Diagnosis(Category category, Severity severity, ResponsibleParty responsibleParty, Integer priority,
                        String rootCause) {
}
