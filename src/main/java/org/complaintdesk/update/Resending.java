package org.complaintdesk.update;

import java.time.Clock;
import java.util.NoSuchElementException;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.customer.Customer;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.customer.UpdateKind;
import org.complaintdesk.customer.UpdateResent;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sends a customer's message once more, to the same address or to a corrected one. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Resending {

    private final Updates updates;
    private final UpdateKeys keys;
    private final MessageIds messages;
    private final Deliveries deliveries;
    private final NewUpdates begun;
    private final Customers customers;
    private final Wording wording;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Resending(Updates updates, UpdateKeys keys, MessageIds messages, Deliveries deliveries, NewUpdates begun, Customers customers,
              Wording wording, Clock clock, ApplicationEventPublisher events) {
        this.updates = updates;
        this.keys = keys;
        this.messages = messages;
        this.deliveries = deliveries;
        this.begun = begun;
        this.customers = customers;
        this.wording = wording;
        this.clock = clock;
        this.events = events;
    }

    void resend(String key, String by) {
        CustomerUpdate update = toCustomer(key);
        refuseForgotten(update);
        if (update.isBeingMailed()) {
            deliveries.retry(key);
        } else if (update.isPending()) {
            throw new InvalidInput("key", wording.text("update.resend.pending"));
        } else {
            sendAgain(update, customers.byId(update.customerId()).email(), update.isConfirmed(), by);
        }
        events.publishEvent(new UpdateResent(update.caseNumber(), UpdateKind.valueOf(update.kind()), false, by));
    }

    void resendTo(String key, String newAddress, String by) {
        CustomerUpdate update = toCustomer(key);
        refuseForgotten(update);
        Contact corrected = corrected(customers.byId(update.customerId()), newAddress);
        customers.updateContact(update.customerId(), corrected);
        customers.addressWorks(update.customerId());
        if (update.isBeingMailed()) {
            update.readdress(corrected.email(), by);
            updates.save(update);
            deliveries.retry(key);
        } else {
            sendAgain(update, corrected.email(), true, by);
        }
        events.publishEvent(new UpdateResent(update.caseNumber(), UpdateKind.valueOf(update.kind()), true, by));
    }

    private void refuseForgotten(CustomerUpdate update) {
        if (customers.byId(update.customerId()).isErased()) {
            throw new InvalidInput("key", wording.text("update.resend.erased"));
        }
    }

    private Contact corrected(Customer customer, String newAddress) {
        Contact corrected = new Contact(customer.name(), newAddress, customer.phone(), customer.platformId());
        if (corrected.email() == null) {
            throw new InvalidInput("email", wording.text("customer.email.invalid"));
        }
        return corrected;
    }

    private void sendAgain(CustomerUpdate update, String address, boolean confirmed, String by) {
        if (!Customers.isEmailAddress(address)) {
            throw new InvalidInput("email", wording.text("update.resend.no-address"));
        }
        if (update.isOpen()) {
            update.takeRoute(Route.KEEP);
            updates.save(update);
            deliveries.takeBack(update.key());
        }
        String key = keys.again(update);
        CustomerUpdate again = update.again(key, messages.of(key), address, confirmed, by, clock.instant());
        begun.deliver(again);
    }

    private CustomerUpdate toCustomer(String key) {
        CustomerUpdate update = updates.lock(key);
        if (update.audience() != Audience.CUSTOMER) {
            throw new NoSuchElementException("No message to a customer " + key);
        }
        return update;
    }
}
