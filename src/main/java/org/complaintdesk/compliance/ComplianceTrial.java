package org.complaintdesk.compliance;

import java.util.List;
import java.util.stream.Stream;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.words.TextTrial;
import org.springframework.stereotype.Component;

/** Shows on the page of the word lists what the gate makes of a text. */
@Component
class ComplianceTrial implements TextTrial {

    private final Compliance compliance;
    private final Wording wording;

    ComplianceTrial(Compliance compliance, Wording wording) {
        this.compliance = compliance;
        this.wording = wording;
    }

    @Override
    public String title() {
        return wording.text("compliance.trial");
    }

    @Override
    public List<String> outcome(String text) {
        ComplianceRuling ruling = compliance.check(text);
        return Stream.concat(Stream.of(wording.of(ruling.verdict())), ruling.findings().stream()
                .map(finding -> wording.text("compliance.finding", finding.phrase(), finding.rule()))).toList();
    }
}
