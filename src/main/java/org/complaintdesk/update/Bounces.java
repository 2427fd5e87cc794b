package org.complaintdesk.update;

import java.time.Clock;
import java.util.Optional;
import org.complaintdesk.customer.CustomerNotReached;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.customer.UpdateKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Mail that came back. */
@Component
@Transactional
public class Bounces {

    private final CaseReferences references;
    private final Updates updates;
    private final Customers customers;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Bounces(CaseReferences references, Updates updates, Customers customers, Clock clock, ApplicationEventPublisher events) {
        this.references = references;
        this.updates = updates;
        this.customers = customers;
        this.clock = clock;
        this.events = events;
    }

    /**
     * A mail server reports on a mail of ours. When the mail is ours beyond doubt and will never arrive, its update is marked,
     * the address too when it is to blame, and the customer is told otherwise. What cannot be proved to be about our mail
     * changes nothing: anybody can write such a report.
     *
     * @param messageId the Message-ID of the mail that came back; null when the report does not say
     * @param recipient the address it could not be delivered to; null when the report does not say
     * @param reason    what the mail server says
     * @param verdict   what is only delayed is only noted
     * @return the number of the case it belongs to; empty when this is not known for certain
     */
    public Optional<String> returned(String messageId, String recipient, String reason, Undelivered verdict) {
        return references.updateOf(messageId).map(updates::lockByUpdateKey)
                .map(update -> note(update, reason, verdict));
    }

    /**
     * The same, when the case is known from the signed address the report was sent to.
     *
     * @param caseNumber as {@link CaseReferences#caseNumberOf} found it
     */
    public Optional<String> returnedTo(String caseNumber, String recipient, String reason, Undelivered verdict) {
        return Optional.ofNullable(recipient).map(address -> updates.lockLastSent(caseNumber, address.strip()))
                .map(update -> note(update, reason, verdict));
    }

    private String note(CustomerUpdate update, String reason, Undelivered verdict) {
        if (update.state() == UpdateState.SENT) {
            if (verdict == Undelivered.DELAYED) {
                update.delayed(reason);
                updates.save(update);
            } else {
                comesBack(update, reason, verdict);
            }
        }
        return update.caseNumber();
    }

    /** Whoever has forwarded their mail elsewhere is told that this address does not work: it is the one we know. */
    private void comesBack(CustomerUpdate update, String reason, Undelivered verdict) {
        update.bounced(reason, clock.instant());
        updates.save(update);
        if (update.audience() == Audience.CUSTOMER) {
            if (verdict == Undelivered.ADDRESS_DEAD) {
                customers.addressBounced(update.recipient(), update.rejection());
            }
            events.publishEvent(new CustomerNotReached(update.caseNumber(), UpdateKind.valueOf(update.kind())));
        }
        events.publishEvent(new UpdateReady(update.key(), update.caseNumber()));
    }
}
