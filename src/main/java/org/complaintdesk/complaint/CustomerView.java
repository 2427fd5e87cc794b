package org.complaintdesk.complaint;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.complaintdesk.policy.Money;
import org.complaintdesk.policy.Remedy;

/**
 * A complaint as its customer may see it: nothing of what colleagues noted among themselves, and none of their names. It
 * is data; whoever shows it words it in the reader's language.
 *
 * @param shop           null when nobody said which
 * @param description    null when the person's data was erased
 * @param settled        whether what was agreed on has been done
 * @param turn           who has to act
 * @param next           what comes next
 * @param nextBy         by when; null when no time was promised or the promised one has passed
 * @param waiting        what the customer is asked for; null when nothing
 * @param silence        what happens at {@link Waiting#until()} without an answer; null when a person decides then
 * @param offer          what the customer can answer; null when nothing
 * @param evidenceWanted what the customer was asked to send; null when nothing
 * @param rating         what the customer said of the result; null while they have not
 * @param reopenUntil    until when the closed case can be reopened; null when it cannot
 */
public record CustomerView(ComplaintNumber number, String shop, Channel channel, String orderNumber, String description,
                           String desiredOutcome, Instant receivedAt, Stage stage, boolean settled, Closing closing,
                           Instant closedAt, Turn turn, NextStep next, Instant nextBy, Waiting waiting, Silence silence, Offer offer,
                           String evidenceWanted, Rating rating, Instant reopenUntil, boolean contactConfirmed, Set<CustomerAction> can,
                           List<Line> timeline, List<Message> messages) {

    /** Who has to act. */
    public enum Turn {
        US, CUSTOMER, COURIER, NOBODY
    }

    /** What comes next. */
    public enum NextStep {
        EXAMINE, EVIDENCE, PROPOSE, ANSWER, MEDIATE, ANSWER_AGREEMENT, RETURN_GOODS, CARRY_OUT, SHIP, REFUND, RECEIVE_GOODS,
        RATE, FOLLOW_UP, NOTHING
    }

    /**
     * What is offered and can be answered.
     *
     * @param round  to be named in the answer
     * @param amount null when the remedy carries no money
     */
    public record Offer(WaitingFor what, int round, Remedy remedy, Money amount, String explanation) {
    }

    /**
     * Something that happened.
     *
     * @param byCustomer whether the customer did it
     * @param details    those a customer may read, by name; codes are of the vocabularies, {@code note} and {@code wish}
     *                   are text
     */
    public record Line(Instant at, boolean byCustomer, Happening what, Map<String, String> details) {
    }

    /** @param byCustomer false for an answer of the desk */
    public record Message(Instant at, boolean byCustomer, String text, List<UUID> files) {
    }

    public boolean can(CustomerAction action) {
        return can.contains(action);
    }
}
