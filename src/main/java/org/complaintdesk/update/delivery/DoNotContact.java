package org.complaintdesk.update.delivery;

import org.complaintdesk.customer.Customers;
import org.complaintdesk.update.CustomerUpdate;
import org.springframework.stereotype.Component;

/** A customer who refuses contact gets nothing from us but what they asked for. */
@Component
class DoNotContact {

    private final Customers customers;

    DoNotContact(Customers customers) {
        this.customers = customers;
    }

    boolean appliesTo(CustomerUpdate update) {
        return update.isUnasked() && customers.refusesContact(update.customerId());
    }
}
