package org.complaintdesk.complaint.handling;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.complaintdesk.complaint.CaseEvent;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.CustomerMessages;
import org.complaintdesk.complaint.Goods;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.complaint.Silence;
import org.complaintdesk.complaint.Waiting;
import org.complaintdesk.complaint.WaitingFor;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.customer.MessageFates;
import org.complaintdesk.customer.MessageFates.Fate;
import org.complaintdesk.deadline.Deadlines;
import org.complaintdesk.platform.DecisionTables;
import org.springframework.stereotype.Component;

/**
 * How long a case waits for its customer, when it reminds, and what policy does when no answer comes: decision tables
 * {@code deadline} and {@code customer-silence}.
 */
@Component
public class CustomerPatience {

    private static final String REMINDER = "CUSTOMER_REMINDER";
    private static final String SILENCE = "CUSTOMER_SILENCE";
    private static final String SURVEY_REMINDER = "SURVEY_REMINDER";

    private final Complaints complaints;
    private final CustomerMessages messages;
    private final Customers customers;
    private final MessageFates fates;
    private final Deadlines deadlines;
    private final DecisionTables tables;
    private final Clock clock;

    CustomerPatience(Complaints complaints, CustomerMessages messages, Customers customers, MessageFates fates,
                     Deadlines deadlines, DecisionTables tables, Clock clock) {
        this.complaints = complaints;
        this.messages = messages;
        this.customers = customers;
        this.fates = fates;
        this.deadlines = deadlines;
        this.tables = tables;
        this.clock = clock;
    }

    /**
     * From now on the case waits for its customer.
     *
     * @param within the clock in the table {@code deadline} that says what the customer is told
     * @return until when the customer is asked to answer
     */
    public Instant await(Complaint complaint, WaitingFor what, String within) {
        Instant now = clock.instant();
        Instant answerBy = deadlines.due(within, complaint.severity(), now);
        boolean policy = decision(complaint, what) != Silence.KEEP_ASKING;
        complaint.waitFor(what, now, answerBy, policy ? deadlines.due(SILENCE, complaint.severity(), now) : null);
        return answerBy;
    }

    /**
     * What policy does when the customer stays silent. Evidence that does not come is done without; an agreement needs two,
     * so silence is never a yes to it, whatever the table says. Nor does silence decide what becomes of goods that are here: a
     * person does.
     */
    Silence decision(Complaint complaint, WaitingFor what) {
        if (what.isOffer() && complaint.goods() == Goods.WITH_US) {
            return Silence.KEEP_ASKING;
        }
        return switch (what) {
            case EVIDENCE -> Silence.GO_ON;
            case RATING -> Silence.KEEP_ASKING;
            case AGREEMENT -> ruling(complaint, what) == Silence.CLOSE ? Silence.CLOSE : Silence.KEEP_ASKING;
            case PROPOSAL -> ruling(complaint, what);
        };
    }

    /**
     * The same at the end of the waiting: where a person was said to decide, a person does. So they do about an offer when the
     * customer has written meanwhile, for who writes is not silent, and when the customer did not hear of it in time.
     */
    public Silence verdict(Complaint complaint) {
        return unanswered(complaint, asked -> isInTime(complaint, asked.heard()));
    }

    /**
     * What the verdict will be without an answer, as far as can be said today; forms, pages and reminders say it. An offer that
     * is still on its way will have been heard in time.
     */
    Silence expected(Complaint complaint) {
        return unanswered(complaint, asked -> isInTime(complaint, hears(asked)));
    }

    private Silence unanswered(Complaint complaint, Predicate<Fate> told) {
        Waiting waiting = complaint.waiting();
        if (waiting == null || waiting.until() == null) {
            return Silence.KEEP_ASKING;
        }
        boolean forPeople = waiting.what().isOffer()
                && (messages.wroteSince(complaint.number(), waiting.since()) || !told.test(asked(complaint)));
        return forPeople ? Silence.KEEP_ASKING : decision(complaint, waiting.what());
    }

    /** What became of the message that asks the customer. */
    Fate asked(Complaint complaint) {
        return fates.last(complaint.number().value(), complaint.waiting().what().askedBy());
    }

    /** Whether the customer has not heard what is asked, and it is nothing that a moment more would mend. */
    boolean isUntold(Complaint complaint) {
        Fate asked = asked(complaint);
        return asked.heard() == null && !isInTime(complaint, hears(asked));
    }

    /** What is on its way arrives now, at the earliest. */
    private Instant hears(Fate asked) {
        return asked.heard() == null && asked.underWay() ? clock.instant() : asked.heard();
    }

    /** Whether who heard of it then knew of it before the reminder was due: that one comes only to those who know. */
    private boolean isInTime(Complaint complaint, Instant heard) {
        return heard != null && !heard.isAfter(remindsAt(complaint));
    }

    private Silence ruling(Complaint complaint, WaitingFor what) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("waitingFor", what.name());
        inputs.put("severity", complaint.severity().name());
        inputs.put("remedy", complaint.solution().remedy().name());
        inputs.put("reachable", isReachable(complaint));
        return Silence.valueOf((String) tables.evaluate("customer-silence", inputs).get(0).get("silence"));
    }

    /** Whether mail of ours certainly gets to the customer: only then does silence say anything. */
    boolean isReachable(Complaint complaint) {
        boolean unwelcome = complaint.isOpenedFromReview() && customers.refusesContact(complaint.customerId());
        return complaint.isContactConfirmed() && customers.hasUsableAddress(complaint.customerId()) && !unwelcome;
    }

    /** When the customer is reminded of what the case waits for. */
    Instant remindsAt(Complaint complaint) {
        Waiting waiting = complaint.waiting();
        return deadlines.due(waiting.what() == WaitingFor.RATING ? SURVEY_REMINDER : REMINDER, complaint.severity(),
                waiting.since());
    }

    /** Whether the customer was reminded of what the case waits for: once is enough. */
    boolean hasReminded(Complaint complaint) {
        return complaints.latest(complaint, Happening.REMINDED_CUSTOMER).map(CaseEvent::at)
                .filter(at -> !at.isBefore(complaint.waiting().since())).isPresent();
    }
}
