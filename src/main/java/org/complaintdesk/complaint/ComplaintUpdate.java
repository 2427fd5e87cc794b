package org.complaintdesk.complaint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.complaintdesk.casework.CaseChanges.Noted;
import org.complaintdesk.casework.CaseTimeline;
import org.complaintdesk.casework.CaseTimelines;
import org.complaintdesk.platform.NamedColumns;
import org.complaintdesk.policy.Money;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes a complaint that is there already, with what happened to it, in one statement. Every step of a case does, and a
 * mapping that finds out anew each time which column is which took a tenth of the desk's work; so the columns are named here,
 * once.
 */
@Component
class ComplaintUpdate {

    /** All but those that say which complaint it is. */
    static final Map<String, Function<Complaint, Object>> COLUMNS = columns();
    private static final NamedColumns<Complaint> ROW = new NamedColumns<>(COLUMNS);

    private final JdbcClient jdbc;
    private final CaseTimeline<Happening, CaseEvent> timeline;
    private final String sql;

    ComplaintUpdate(JdbcClient jdbc, CaseTimelines timelines) {
        this.jdbc = jdbc;
        this.timeline = timelines.of("complaint", Happening.class, CaseEvent::new);
        this.sql = "with noted as (%s) update complaint set version = version + 1, %s where id = ? and version = ?".formatted(
                timeline.appending(), ROW.assignments());
    }

    /**
     * @param who   whose doing it is; null when it is whoever is signed in, or the process itself
     * @param noted what happened, for its timeline
     * @throws OptimisticLockingFailureException when somebody else has written it since it was read
     */
    void write(Complaint complaint, String who, List<Noted<Happening>> noted) {
        List<Object> values = new ArrayList<>(timeline.lines(complaint.id, who, noted));
        values.addAll(ROW.of(complaint));
        values.add(complaint.id);
        values.add(complaint.version);
        if (jdbc.sql(sql).params(values).update() == 0) {
            throw new OptimisticLockingFailureException("Somebody else has changed " + complaint.number);
        }
        complaint.version++;
    }

    private static Map<String, Function<Complaint, Object>> columns() {
        Map<String, Function<Complaint, Object>> columns = new LinkedHashMap<>();
        columns.put("shop", complaint -> complaint.shop);
        columns.put("channel", complaint -> complaint.channel);
        columns.put("external_id", complaint -> complaint.externalId);
        columns.put("customer_id", complaint -> complaint.customerId);
        columns.put("order_number", complaint -> complaint.orderNumber);
        columns.put("order_amount", yuan(complaint -> complaint.orderAmount));
        columns.put("description", complaint -> complaint.description);
        columns.put("desired_outcome", complaint -> complaint.desiredOutcome);
        columns.put("occurred_at", complaint -> complaint.occurredAt);
        columns.put("received_at", complaint -> complaint.receivedAt);
        columns.put("recorded", complaint -> complaint.recorded);
        columns.put("handler", complaint -> complaint.handler);
        columns.put("stage", complaint -> complaint.stage);
        columns.put("settlement_due", complaint -> complaint.settlementDue);
        columns.put("settlement_clock", complaint -> complaint.settlementClock);
        columns.put("escalation_level", complaint -> complaint.escalationLevel);
        columns.put("round", complaint -> complaint.round);
        columns.put("authorised_amount", yuan(complaint -> complaint.authorisedAmount));
        columns.put("execution_step", complaint -> complaint.executionStep);
        columns.put("goods", complaint -> complaint.goods);
        columns.put("settled_at", complaint -> complaint.settledAt);
        columns.put("reopened", complaint -> complaint.reopened);
        columns.put("closing", complaint -> complaint.closing);
        columns.put("closing_note", complaint -> complaint.closingNote);
        columns.put("closed_at", complaint -> complaint.closedAt);
        columns.put("review_number", complaint -> complaint.reviewNumber);
        columns.put("opened_from_review", complaint -> complaint.openedFromReview);
        columns.put("contact_confirmed", complaint -> complaint.contactConfirmed);
        columns.put("erased_at", complaint -> complaint.erasedAt);
        columns.put("presented", complaint -> complaint.presented);
        columns.put("answer", complaint -> complaint.answer);
        columns.put("category", within(complaint -> complaint.diagnosis, Diagnosis::category));
        columns.put("severity", within(complaint -> complaint.diagnosis, Diagnosis::severity));
        columns.put("responsible_party", within(complaint -> complaint.diagnosis, Diagnosis::responsibleParty));
        columns.put("priority", within(complaint -> complaint.diagnosis, Diagnosis::priority));
        columns.put("root_cause", within(complaint -> complaint.diagnosis, Diagnosis::rootCause));
        columns.put("remedy", within(complaint -> complaint.solution, Solution::remedy));
        columns.put("amount", yuan(within(complaint -> complaint.solution, Solution::amount)));
        columns.put("explanation", within(complaint -> complaint.solution, Solution::explanation));
        columns.put("waiting_what", within(complaint -> complaint.waiting, Waiting::what));
        columns.put("waiting_since", within(complaint -> complaint.waiting, Waiting::since));
        columns.put("waiting_answer_by", within(complaint -> complaint.waiting, Waiting::answerBy));
        columns.put("waiting_until", within(complaint -> complaint.waiting, Waiting::until));
        columns.put("waiting_round", within(complaint -> complaint.waiting, Waiting::round));
        columns.put("rating_score", within(complaint -> complaint.rating, Rating::score));
        columns.put("rating_solved", within(complaint -> complaint.rating, Rating::solved));
        columns.put("rating_text", within(complaint -> complaint.rating, Rating::text));
        columns.put("rating_at", within(complaint -> complaint.rating, Rating::at));
        return columns;
    }

    private static Function<Complaint, Object> yuan(Function<Complaint, Money> amount) {
        return within(amount, Money::yuan);
    }

    private static <T, V> Function<Complaint, V> within(Function<Complaint, T> part, Function<T, V> value) {
        return complaint -> {
            T there = part.apply(complaint);
            return there == null ? null : value.apply(there);
        };
    }
}
