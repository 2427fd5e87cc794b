package org.complaintdesk.complaint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What of a case's story its customer may read. Everything is withheld that is not named here: what colleagues note is
 * for colleagues, unless it passed the gate for texts to customers and was told to them.
 */
final class CustomerStory {

    private static final Set<String> NOTHING = Set.of();

    /** What happened, and which of its details were told to the customer. */
    private static final Map<Happening, Set<String>> TOLD = Map.ofEntries(
            Map.entry(Happening.RECEIVED, NOTHING),
            Map.entry(Happening.DIAGNOSED, NOTHING),
            Map.entry(Happening.EVIDENCE_REQUESTED, Set.of("note")),
            Map.entry(Happening.EVIDENCE_RECORDED, Set.of("received")),
            Map.entry(Happening.PRESENTED, Set.of("remedy", "amount")),
            Map.entry(Happening.ACCEPTED, NOTHING),
            Map.entry(Happening.DECLINED, NOTHING),
            Map.entry(Happening.MEDIATION_STARTED, NOTHING),
            Map.entry(Happening.AGREEMENT_DRAFTED, Set.of("remedy", "amount")),
            Map.entry(Happening.AGREED, NOTHING),
            Map.entry(Happening.NOT_AGREED, NOTHING),
            Map.entry(Happening.STEP_DONE, Set.of("step", "amount", "reference")),
            Map.entry(Happening.RENEGOTIATED, NOTHING),
            Map.entry(Happening.SETTLED, NOTHING),
            Map.entry(Happening.NEW_TIME_PROMISED, Set.of("until", "note")),
            Map.entry(Happening.FOLLOWED_UP, Set.of("satisfied", "score")),
            Map.entry(Happening.REOPENED, NOTHING),
            Map.entry(Happening.CLOSED, Set.of("closing")),
            Map.entry(Happening.CUSTOMER_WROTE, Set.of("files")),
            Map.entry(Happening.MESSAGE_ANSWERED, NOTHING),
            Map.entry(Happening.CONTACT_CONFIRMED, NOTHING),
            Map.entry(Happening.REMINDED_CUSTOMER, NOTHING),
            Map.entry(Happening.SILENCE, Set.of("silence")),
            Map.entry(Happening.RATED, NOTHING),
            Map.entry(Happening.WITHDRAWN, NOTHING),
            Map.entry(Happening.REOPENING_ASKED, NOTHING));

    private CustomerStory() {
    }

    /** @return empty when it is not for customers */
    static Optional<CustomerView.Line> line(CaseEvent event) {
        boolean theirs = CaseEvent.CUSTOMER.equals(event.who());
        if (!TOLD.containsKey(event.what()) || isSilent(event, theirs)) {
            return Optional.empty();
        }
        Map<String, String> told = new LinkedHashMap<>(event.details());
        if (!theirs) {
            told.keySet().retainAll(TOLD.get(event.what()));
        }
        return Optional.of(new CustomerView.Line(event.at(), theirs, event.what(), told));
    }

    /**
     * Someone who only claims to be the customer wrote, a colleague read a message and did not answer, or nobody could be
     * asked about the result.
     */
    private static boolean isSilent(CaseEvent event, boolean theirs) {
        return event.what() == Happening.CUSTOMER_WROTE && !theirs
                || event.what() == Happening.MESSAGE_ANSWERED && !"true".equals(event.details().get("answered"))
                || event.what() == Happening.FOLLOWED_UP && !event.details().containsKey("satisfied");
    }
}
