package org.complaintdesk.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.platform.DecisionTables;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.words.WordLists;
import org.springframework.stereotype.Component;

/** Reads a bad review and proposes what it is and how urgent: word lists {@code review-triage}, decision table {@code review-triage}. */
@Component
public class ReviewTriage {

    private static final String TABLE = "review-triage";
    private static final int NAMED_WORDS = 3;

    private final DecisionTables tables;
    private final WordLists lists;
    private final Wording wording;

    ReviewTriage(DecisionTables tables, WordLists lists, Wording wording) {
        this.tables = tables;
        this.lists = lists;
        this.wording = wording;
    }

    /**
     * @param text   the reviewer's words; null counts as silence
     * @param rating 1 to 5 stars
     */
    public ReviewTriageProposal propose(String text, int rating) {
        String words = Objects.requireNonNullElse(CleanText.of(text), "");
        Map<String, String> hits = lists.firstWords(words, lists.named(TABLE));
        Row row = Row.first(tables, TABLE, Map.of("rating", rating, "hits", new ArrayList<>(hits.keySet()), "length", words.length()));
        return new ReviewTriageProposal(row.word("kind", ReviewKind.class), row.word("urgency", Severity.class),
                row.number("priority").intValueExact(), basis(row.text("basis"), hits.values()));
    }

    private String basis(String reason, Collection<String> hits) {
        List<String> found = hits.stream().distinct().limit(NAMED_WORDS).toList();
        return found.isEmpty() ? reason : wording.text("review.triage.basis", reason,
                found.stream().collect(Collectors.joining(wording.text("review.triage.separator"))));
    }
}
