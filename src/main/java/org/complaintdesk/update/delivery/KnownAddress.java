package org.complaintdesk.update.delivery;

import org.complaintdesk.customer.Customer;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.update.Audience;
import org.complaintdesk.update.CustomerUpdate;
import org.springframework.stereotype.Component;

/** Whether mail can go to an update's address. What an agent sends again on purpose goes even where mail came back from. */
@Component
class KnownAddress {

    private final Customers customers;

    KnownAddress(Customers customers) {
        this.customers = customers;
    }

    boolean isUsableFor(CustomerUpdate update) {
        if (!update.hasUsableAddress() || update.audience() == Audience.STAFF || update.resendOf() != null) {
            return update.hasUsableAddress();
        }
        Customer customer = customers.byId(update.customerId());
        return customer.hasUsableAddress() || !update.recipient().equalsIgnoreCase(customer.email());
    }
}
