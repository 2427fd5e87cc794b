package org.complaintdesk.complaint;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What customers see and do on their own case, however they reach us. Every verb counts exactly once: said twice, or when
 * a colleague was faster, it changes nothing and says so. Facts and flow change in one transaction, the caller's when
 * there is one; without one, whoever was overtaken is asked again and then sees what has become of the case.
 *
 * <p>All verbs throw {@link UnknownComplaint} when there is no such case, and
 * {@link org.complaintdesk.platform.InvalidInput} naming {@code text}, {@code reason} or {@code score} when what was
 * entered cannot be accepted.
 */
@Service
public class CustomerRequests {

    /** The longest message, in characters. */
    public static final int TEXT_LENGTH = 10_000;
    /** The longest reason, in characters. */
    public static final int REASON_LENGTH = 1_000;

    private final CustomerTurn turn;
    private final CustomerLetters letters;
    private final CustomerViews views;
    private final CustomerWords words;
    private final Complaints complaints;
    private final Customers customers;
    private final ReopeningProperties settings;
    private final Wording wording;
    private final Clock clock;

    CustomerRequests(CustomerTurn turn, CustomerLetters letters, CustomerViews views, CustomerWords words,
                     Complaints complaints, Customers customers, ReopeningProperties settings, Wording wording, Clock clock) {
        this.turn = turn;
        this.letters = letters;
        this.views = views;
        this.words = words;
        this.complaints = complaints;
        this.customers = customers;
        this.settings = settings;
        this.wording = wording;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public CustomerView view(ComplaintNumber number) {
        return views.of(complaints.get(number));
    }

    /** @param round the {@link CustomerView.Offer#round} that is accepted */
    public Answered accept(ComplaintNumber number, int round) {
        return turn.take(number, complaint -> complaint.answering(WaitingFor.PROPOSAL, round, OfferAnswer.ACCEPTED),
                Complaint::accept, flow -> flow.customerAnswered(number));
    }

    /**
     * @param round  the {@link CustomerView.Offer#round} that is declined
     * @param wish   whether the customer asks for something else instead, which the reason then says
     * @param reason may be null when there is no wish
     */
    public Answered decline(ComplaintNumber number, int round, boolean wish, String reason) {
        String why = wish ? words.needed("reason", reason, REASON_LENGTH) : words.optional("reason", reason, REASON_LENGTH);
        return turn.take(number, complaint -> complaint.answering(WaitingFor.PROPOSAL, round, OfferAnswer.DECLINED),
                complaint -> complaint.decline(wish, why), flow -> flow.customerAnswered(number));
    }

    /** @param round the {@link CustomerView.Offer#round} of the mediated agreement */
    public Answered agree(ComplaintNumber number, int round) {
        return turn.take(number, complaint -> complaint.answering(WaitingFor.AGREEMENT, round, OfferAnswer.ACCEPTED),
                complaint -> complaint.agree(null), flow -> flow.agreementAnswered(number));
    }

    /**
     * @param round  the {@link CustomerView.Offer#round} of the mediated agreement
     * @param reason may be null
     */
    public Answered disagree(ComplaintNumber number, int round, String reason) {
        String why = words.optional("reason", reason, REASON_LENGTH);
        return turn.take(number, complaint -> complaint.answering(WaitingFor.AGREEMENT, round, OfferAnswer.DECLINED),
                complaint -> complaint.disagree(why), flow -> flow.agreementAnswered(number));
    }

    /**
     * The customer sends what they were asked for. When the case does not wait for it, it is a message like any other.
     *
     * @param text  may be null when there are files
     * @param files evidence files of this case
     * @param key   the same key again is the same evidence
     */
    public Answered provideEvidence(ComplaintNumber number, String text, List<UUID> files, String key) {
        CustomerMessage message = CustomerMessage.onPage(text, key, files);
        return letters.provideEvidence(number, message, text(message));
    }

    /**
     * Keeps a message, once, and brings it before a colleague, also when the case has ended.
     *
     * @return {@link Answered#NOT_POSSIBLE} when the customer's data was erased: then nothing is kept
     */
    public Answered write(ComplaintNumber number, CustomerMessage message) {
        return letters.write(number, message, text(message));
    }

    private String text(CustomerMessage message) {
        if (message.files().isEmpty()) {
            return words.needed("text", message.text(), TEXT_LENGTH);
        }
        String text = words.optional("text", message.text(), TEXT_LENGTH);
        return text == null ? "" : text;
    }

    /** @param reason may be null */
    public Answered withdraw(ComplaintNumber number, String reason) {
        String why = words.optional("reason", reason, REASON_LENGTH);
        String note = why == null ? wording.text("customer.withdrew") : why;
        return turn.take(number, Complaint::withdrawing, complaint -> complaint.withdraw(why), flow -> {
            flow.endEarly(number, Closing.WITHDRAWN, note);
            return true;
        });
    }

    /**
     * The customer says what they think of the result, once; again when the case was reopened.
     *
     * @param score  1 to 5
     * @param solved whether the problem is solved; when not, the case is taken up again, or a colleague reads it
     * @param text   may be null
     */
    public Answered rate(ComplaintNumber number, int score, boolean solved, String text) {
        Rating rating = new Rating(words.score(score), solved, words.optional("text", text, TEXT_LENGTH), clock.instant());
        return turn.take(number, Complaint::ratable, complaint -> complaint.rate(rating), flow -> {
            if (!flow.rated(number) && !solved) {
                unsolved(number, rating);
            }
            return true;
        });
    }

    /**
     * No flow asks for the rating any more. What was settled is taken up as it would have been before it was closed, while its
     * customer could ask for that; of a case that ended in another way, or longer ago, a colleague reads what they say.
     */
    private void unsolved(ComplaintNumber number, Rating rating) {
        Answered takenUp = turn.take(number,
                complaint -> complaint.settledAt() == null ? Answered.NOT_POSSIBLE : reopening(complaint),
                complaint -> complaint.askToReopen(rating.text()), flow -> reopen(number, flow));
        if (takenUp != Answered.DONE) {
            String chosen = wording.text("customer.not-solved", rating.score());
            String said = rating.text() == null ? chosen : chosen + "\n" + rating.text();
            letters.write(number, CustomerMessage.onPage(said, "rating-" + rating.at(), List.of()), said);
        }
    }

    /** Takes up a case that has ended, within the configured time. */
    public Answered reopen(ComplaintNumber number, String reason) {
        String why = words.needed("reason", reason, REASON_LENGTH);
        return turn.take(number, this::reopening, complaint -> complaint.askToReopen(why), flow -> reopen(number, flow));
    }

    /** The same by a colleague, for a customer who asked elsewhere. The note is for colleagues: the customer is never told it. */
    public Answered reopenFor(ComplaintNumber number, String note) {
        return turn.takeFor(number, this::reopening, complaint -> complaint.askToReopen(note), flow -> reopen(number, flow));
    }

    private Answered reopening(Complaint complaint) {
        return complaint.reopening(settings.reopenWithin(), clock.instant());
    }

    private boolean reopen(ComplaintNumber number, ComplaintHandling flow) {
        flow.reopened(complaints.get(number));
        return true;
    }

    /** The customer proved that the address on file is theirs, and that mail gets there. */
    public Answered confirmContact(ComplaintNumber number) {
        customers.addressWorks(complaints.get(number).customerId());
        return turn.take(number, ComplaintState::confirming, Complaint::confirmContact, flow -> true);
    }
}
