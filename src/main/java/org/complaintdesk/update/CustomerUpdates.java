package org.complaintdesk.update;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.complaintdesk.customer.Masked;
import org.complaintdesk.platform.InvalidInput;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was said to customers and colleagues about a case. */
@Component
public class CustomerUpdates {

    private final Updates updates;
    private final Deliveries deliveries;
    private final Resending resending;
    private final MailContent content;

    CustomerUpdates(Updates updates, Deliveries deliveries, Resending resending, MailContent content) {
        this.updates = updates;
        this.deliveries = deliveries;
        this.resending = resending;
        this.content = content;
    }

    /** All updates of a case, oldest first. */
    @Transactional(readOnly = true)
    public List<View> of(String caseNumber) {
        List<CustomerUpdate> all = updates.findByCaseNumberOrderById(caseNumber);
        Map<String, Deliveries.Failing> failing = all.stream().anyMatch(CustomerUpdate::isBeingMailed)
                ? deliveries.failing(caseNumber) : Map.of();
        return all.stream().map(update -> View.of(update, failing.get(update.key()))).toList();
    }

    /**
     * What an agent passes on by chat or phone: the whole message with the customer's private link, which is kept nowhere.
     *
     * @throws NoSuchElementException when there is no such message to a customer
     */
    @Transactional(readOnly = true)
    public String toPassOn(String key) {
        CustomerUpdate update = updates.byKey(key);
        if (update.audience() != Audience.CUSTOMER) {
            throw new NoSuchElementException("No message to a customer " + key);
        }
        return content.toPassOn(update);
    }

    /**
     * Sends a customer's message once more, to the address the customer file has now. It keeps the thread, gets a key of
     * its own, and the case shows who did it. A mail that is on its way or keeps failing is tried again at once instead.
     *
     * @param by the agent's user id
     * @throws NoSuchElementException when there is no such message to a customer
     * @throws InvalidInput           naming key when it still waits, email when the customer has no address
     */
    @Transactional
    public void resend(String key, String by) {
        resending.resend(key, by);
    }

    /**
     * The same to another address, which the customer file has from then on. A colleague vouches for this address, so it
     * counts as confirmed for this message, and as one that mail gets to, even when it is the one that was there before.
     *
     * @throws InvalidInput naming email when this is no address
     */
    @Transactional
    public void resendTo(String key, String newAddress, String by) {
        resending.resendTo(key, newAddress, by);
    }

    /**
     * One update as the case file shows it.
     *
     * @param kind       name of an UpdateKind, or of a StaffNotice when the audience is STAFF
     * @param route      null while it is not chosen
     * @param recipient  the masked e-mail address, null when there is none
     * @param at         when it was told, came back or was sent, else when it came up
     * @param rejection  why the address takes no mail, else null
     * @param via        how an agent told it, else null
     * @param by         the user id of the agent who told it, else null
     * @param note       what the customer answered to the agent, else null
     * @param waitUntil  until when it waits, null when it does not
     * @param waitReason why it waits, null when it does not
     * @param failing    how its mail fails, null when it does not
     * @param delay      what a mail server reported of a mail that has not arrived yet, else null
     * @param resendOf   the key of the message this repeats, null when it is the first
     * @param resentBy   the user id of whoever had it sent again or corrected its address, else null
     * @param saidIn     the number of the case in whose message this was said instead of in one of its own, else null
     * @param bundled    whether it went or goes out with other notices in one message
     */
    public record View(String key, String kind, Audience audience, Route route, UpdateState state, String subject,
                       String text, String recipient, Instant at, String rejection, ToldVia via, String by,
                       String note, Instant waitUntil, WaitReason waitReason, Deliveries.Failing failing, String delay,
                       String resendOf, String resentBy, String saidIn, boolean bundled) {

        private static View of(CustomerUpdate update, Deliveries.Failing failing) {
            return new View(update.key(), update.kind(), update.audience(), update.route(), update.state(),
                    update.subject(), update.body(), Masked.email(update.recipient()), update.lastChange(),
                    update.rejection(), update.toldVia(), update.toldBy(), update.toldNote(), update.waitUntil(),
                    update.waitReason(), failing, update.delay(), update.resendOf(), update.resentBy(),
                    update.audience() == Audience.STAFF ? null : numberIn(update.saidWith()),
                    update.audience() == Audience.STAFF && update.saidWith() != null);
        }

        private static String numberIn(String key) {
            return key == null ? null : key.substring(0, key.indexOf('/'));
        }

        /** Whether it can be sent again as it is: it is a customer's and does not wait for anything else. */
        public boolean isResendable() {
            return audience == Audience.CUSTOMER && (state != UpdateState.PENDING || failing != null);
        }

        /** Whether it can go to another address. */
        public boolean isCorrectable() {
            return audience == Audience.CUSTOMER;
        }
    }
}
