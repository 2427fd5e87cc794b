package org.complaintdesk.compliance;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/**
 * Reads what somebody is about to tell a customer or the public. A text is refused that asks for a review to be changed,
 * deleted, added to or made positive, that offers something for a review or makes something depend on one, that threatens
 * because of one, or that presses a customer who wants no contact.
 */
@Component
public class Compliance {

    private static final List<String> FORBIDDEN = List.of("删除差评", "删差评", "删掉差评", "修改评价", "改好评", "改成好评",
            "好评返现", "五星好评", "changeyourreview", "deleteyourreview", "removeyourreview");
    private static final List<String> BORDERLINE = List.of("再来评价", "期待您的好评", "追评", "追加评价");

    private final Wording wording;

    Compliance(Wording wording) {
        this.wording = wording;
    }

    /** @param text what is to be said; null and blank are clear */
    public ComplianceRuling check(String text) {
        if (text == null || text.isBlank()) {
            return ComplianceRuling.of(List.of());
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase().replaceAll("[^\\p{L}\\p{N}]", "");
        List<Finding> findings = new ArrayList<>();
        FORBIDDEN.stream().filter(plain::contains)
                .forEach(word -> findings.add(new Finding(word, Verdict.FORBIDDEN, wording.text("compliance.rule.forbidden"))));
        BORDERLINE.stream().filter(plain::contains)
                .forEach(word -> findings.add(new Finding(word, Verdict.BORDERLINE, wording.text("compliance.rule.borderline"))));
        return ComplianceRuling.of(findings);
    }

    /** @return one message that names each phrase with its rule and says what to do; empty when the ruling is clear */
    public String explain(ComplianceRuling ruling) {
        if (ruling.findings().isEmpty()) {
            return "";
        }
        String findings = ruling.findings().stream()
                .map(finding -> wording.text("compliance.finding", finding.phrase(), finding.rule()))
                .collect(Collectors.joining("\n"));
        return wording.text("compliance.explain." + ruling.verdict(), findings);
    }
}
