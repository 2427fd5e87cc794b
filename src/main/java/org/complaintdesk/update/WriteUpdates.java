package org.complaintdesk.update;

import java.time.Clock;
import java.util.Optional;
import org.complaintdesk.customer.Customer;
import org.complaintdesk.customer.CustomerUpdateDue;
import org.complaintdesk.customer.Customers;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Words and stores what customers must hear, in the transaction in which that becomes due. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class WriteUpdates {

    private final Updates updates;
    private final UpdateKeys keys;
    private final UpdateLetters letters;
    private final Customers customers;
    private final Apologies apologies;
    private final NewUpdates begun;
    private final Clock clock;

    WriteUpdates(Updates updates, UpdateKeys keys, UpdateLetters letters, Customers customers, Apologies apologies,
                 NewUpdates begun, Clock clock) {
        this.updates = updates;
        this.keys = keys;
        this.letters = letters;
        this.customers = customers;
        this.apologies = apologies;
        this.begun = begun;
        this.clock = clock;
    }

    @EventListener
    void customerUpdateDue(CustomerUpdateDue due) {
        Customer customer = customers.byId(due.customerId());
        String key = keys.next(due.caseNumber(), due.kind(), customer.email(), due.confirmed());
        if (keys.mayBeSaid(due.kind(), key)) {
            CustomerUpdate update = CustomerUpdate.forCustomer(due.caseNumber(), due.kind(), key,
                    letters.letter(due, customer, key), letters.reader(due, customer), clock.instant());
            Optional<String> saidAlready = apologies.saidAlready(due.kind(), customer.id());
            saidAlready.ifPresent(update::saidAlready);
            if (saidAlready.isEmpty()) {
                begun.deliver(update);
            } else {
                updates.save(update);
            }
        }
    }
}
