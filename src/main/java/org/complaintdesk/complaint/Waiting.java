package org.complaintdesk.complaint;

import java.time.Instant;

/**
 * A case waits for its customer.
 *
 * @param answerBy what the customer was told; null when they were told no time
 * @param until    when policy decides without the customer; null when a person does
 * @param round    which of all offers ever made in this case; an answer names it, so that it never counts for another
 */
public record Waiting(WaitingFor what, Instant since, Instant answerBy, Instant until, int round) {

    Waiting until(Instant moment) {
        return new Waiting(what, since, answerBy, moment, round);
    }
}
