package org.complaintdesk.update;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.complaintdesk.platform.CleanText;

/**
 * The facts a template may use. People typed some of them, so they arrive here without control characters and cannot
 * look like the template's own paragraphs or facts. A fact nobody gave reads as {@link #MISSING}.
 */
final class Facts {

    /** Stands for a missing fact; a line that contains it is left out. */
    static final String MISSING = "\u001A";

    /** Everything a template may name. */
    static final Set<String> KNOWN = Set.of("salutation", "number", "shop", "link", "handler", "problem", "orderNumber",
            "fromReview", "received", "dueBy", "wish", "evidence", "answerBy", "remedy", "amount", "explanation", "round", "renegotiated",
            "done", "next", "newDue", "reason", "agreement", "action", "reference", "arrival", "original", "task", "customer",
            "category", "severity", "message", "product", "waitingFor",
            "question", "answer", "reopenBy", "count", "summary", "cases");

    private static final Set<String> WITH_LINES = Set.of("explanation", "agreement", "evidence", "message", "question", "answer", "summary", "cases");
    private static final Set<String> CUT_SHORT = Set.of("problem", "wish", "question");
    private static final int SHORT = 300;
    private static final int LONG = 3000;

    private final Map<String, Object> variables = new HashMap<>();

    Facts(Map<String, String> given) {
        Map<String, String> present = new HashMap<>();
        given.forEach((name, value) -> {
            String text = clean(name, value);
            if (!text.isEmpty()) {
                present.put(name, text);
            }
        });
        KNOWN.forEach(name -> variables.put(name, present.getOrDefault(name, MISSING)));
        variables.put("given", present);
    }

    Map<String, Object> variables() {
        return variables;
    }

    /** One line without control characters; safe in a mail header. */
    static String oneLine(String text) {
        return text == null ? "" : text.replaceAll("[\\p{Cntrl}\\s\\u2028\\u2029]+", " ").strip();
    }

    private static String clean(String name, String value) {
        String text = WITH_LINES.contains(name) ? lines(value) : oneLine(value);
        return CleanText.cut(text, CUT_SHORT.contains(name) ? SHORT : LONG);
    }

    private static String lines(String value) {
        return value == null ? "" : value.lines().map(Facts::oneLine).filter(line -> !line.isEmpty())
                .map(line -> line.startsWith("- ") ? "–" + line.substring(1) : line)
                .reduce((before, line) -> before + "\n" + line).orElse("");
    }
}
