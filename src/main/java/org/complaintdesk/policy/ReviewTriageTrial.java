package org.complaintdesk.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.words.TextTrial;
import org.springframework.stereotype.Component;

/** Shows on the page of the word lists what triage would propose for a text, for each rating that makes a difference. */
@Component
class ReviewTriageTrial implements TextTrial {

    private static final int MOST_STARS = 3;

    private final ReviewTriage triage;
    private final Wording wording;

    ReviewTriageTrial(ReviewTriage triage, Wording wording) {
        this.triage = triage;
        this.wording = wording;
    }

    @Override
    public String title() {
        return wording.text("review.triage.trial");
    }

    @Override
    public List<String> outcome(String text) {
        Map<ReviewTriageProposal, List<Integer>> byProposal = IntStream.rangeClosed(1, MOST_STARS).boxed()
                .collect(Collectors.groupingBy(rating -> triage.propose(text, rating), LinkedHashMap::new, Collectors.toList()));
        return byProposal.entrySet().stream().map(entry -> sentence(entry.getKey(), entry.getValue())).toList();
    }

    private String sentence(ReviewTriageProposal proposal, List<Integer> ratings) {
        return wording.text("review.triage.sentence", ratings.get(0), ratings.get(ratings.size() - 1),
                wording.of(proposal.kind()), wording.of(proposal.urgency()), proposal.priority(), proposal.basis());
    }
}
