package org.complaintdesk.compliance;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.words.WordLists;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Reads what somebody is about to tell a customer or the public. A text is refused that asks for a review to be changed,
 * deleted, added to or made positive, that offers something for a review or makes something depend on one, that threatens
 * because of one, or that presses a customer who wants no contact. What it looks for are word lists, what it makes of
 * them is the decision table {@code reply-compliance}.
 */
@Component
public class Compliance {

    private static final int SHOWN_FINDINGS = 5;
    private static final int SHOWN_PHRASE = 80;

    private final WordLists wordLists;
    private final RuleBook rules;
    private final Wording wording;
    private volatile Known known = new Known(Map.of(), null);

    Compliance(WordLists wordLists, RuleBook rules, Wording wording) {
        this.wordLists = wordLists;
        this.rules = rules;
        this.wording = wording;
    }

    /** The gate for the lists as they were last. */
    private record Known(Map<Mark, Lexicon.Lines> lists, Gate gate) {
    }

    /** @param text what is to be said; null and blank are clear */
    public ComplianceRuling check(String text) {
        return ComplianceRuling.of(text == null ? List.of() : gate().check(text));
    }

    /** @return one message that names each phrase with its rule and says what to do; empty when the ruling is clear */
    public String explain(ComplianceRuling ruling) {
        if (ruling.findings().isEmpty()) {
            return "";
        }
        String findings = ruling.findings().stream().limit(SHOWN_FINDINGS)
                .map(finding -> wording.text("compliance.finding", CleanText.cut(finding.phrase(), SHOWN_PHRASE), finding.rule()))
                .collect(Collectors.joining("\n"));
        int more = ruling.findings().size() - SHOWN_FINDINGS;
        if (more > 0) {
            findings += "\n" + wording.text("compliance.more", more);
        }
        return wording.text("compliance.explain." + ruling.verdict(), findings);
    }

    /** The lists take a second or two to be made ready: not while somebody waits. */
    @EventListener(ApplicationReadyEvent.class)
    void makeReady() {
        Thread ahead = new Thread(this::gate, "compliance-lists");
        ahead.setDaemon(true);
        ahead.start();
    }

    private Gate gate() {
        Map<Mark, Lexicon.Lines> lists = new EnumMap<>(Mark.class);
        for (Mark mark : Mark.values()) {
            lists.put(mark, new Lexicon.Lines(wordLists.words(mark.list()), wordLists.exceptions(mark.list())));
        }
        Known last = known;
        if (!last.lists.equals(lists)) {
            last = new Known(lists, new Gate(new Lexicon(lists), rules::judge));
            known = last;
        }
        return last.gate;
    }
}
