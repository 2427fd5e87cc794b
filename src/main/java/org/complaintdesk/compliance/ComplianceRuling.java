package org.complaintdesk.compliance;

import java.util.List;

/**
 * What the gate says of one text.
 *
 * @param verdict  the gravest of the findings' verdicts; {@link Verdict#CLEAR} without findings
 * @param findings in the order of the text
 */
public record ComplianceRuling(Verdict verdict, List<Finding> findings) {

    public ComplianceRuling {
        findings = List.copyOf(findings);
    }

    static ComplianceRuling of(List<Finding> findings) {
        return new ComplianceRuling(
                findings.stream().map(Finding::verdict).max(Verdict::compareTo).orElse(Verdict.CLEAR), findings);
    }

    public boolean isForbidden() {
        return verdict == Verdict.FORBIDDEN;
    }
}
