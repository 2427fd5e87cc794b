package org.complaintdesk.update;

import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import org.complaintdesk.customer.Masked;
import org.complaintdesk.platform.InvalidInput;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was said to customers and colleagues about a case. */
@Component
public class CustomerUpdates {

    private final Updates updates;

    CustomerUpdates(Updates updates) {
        this.updates = updates;
    }

    /** All updates of a case, oldest first. */
    @Transactional(readOnly = true)
    public List<View> of(String caseNumber) {
        return updates.findByCaseNumberOrderById(caseNumber).stream().map(View::of).toList();
    }

    /**
     * Sends a customer's message once more, to the address the customer file has now. It keeps the thread, gets a key of
     * its own, and the case shows who did it. A mail that keeps failing is simply tried again at once.
     *
     * @param by the agent's user id
     * @throws NoSuchElementException when there is no such message to a customer
     * @throws InvalidInput           when it cannot be sent now, because it still waits or there is no address
     */
    @Transactional
    public void resend(String key, String by) {
        throw new UnsupportedOperationException();
    }

    /**
     * The same to another address, which the customer file has from then on.
     *
     * @throws InvalidInput naming email when this is no address
     */
    @Transactional
    public void resendTo(String key, String newAddress, String by) {
        throw new UnsupportedOperationException();
    }

    /**
     * One update as the case file shows it.
     *
     * @param kind      name of an UpdateKind, or of a StaffNotice when the audience is STAFF
     * @param route     null while it is not chosen
     * @param recipient the masked e-mail address, null when there is none
     * @param at        when it was told or sent, else when it came up
     * @param rejection the mail server's reply when it refused the address, else null
     * @param via       how an agent told it, else null
     * @param by        the user id of the agent who told it, else null
     * @param note      what the customer answered to the agent, else null
     */
    public record View(String key, String kind, Audience audience, Route route, UpdateState state, String subject,
                       String text, String recipient, Instant at, String rejection, ToldVia via, String by,
                       String note) {

        private static View of(CustomerUpdate update) {
            return new View(update.key(), update.kind(), update.audience(), update.route(), update.state(),
                    update.subject(), update.body(), Masked.email(update.recipient()), update.lastChange(),
                    update.rejection(), update.toldVia(), update.toldBy(), update.toldNote());
        }
    }
}
