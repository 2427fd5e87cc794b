package org.complaintdesk.update;

import org.complaintdesk.customer.CustomerErased;
import org.complaintdesk.customer.CustomerMerged;
import org.complaintdesk.platform.Wording;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps messages with the file of the customer they are for, and forgets what they say when the customer is forgotten. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class UpdateErasure {

    private final Updates updates;
    private final Wording wording;

    UpdateErasure(Updates updates, Wording wording) {
        this.updates = updates;
        this.wording = wording;
    }

    @EventListener
    void merged(CustomerMerged files) {
        updates.repoint(files.from(), files.into());
    }

    @EventListener
    void erased(CustomerErased customer) {
        String instead = wording.text("update.erased");
        updates.eraseCustomers(customer.all(), instead);
        customer.cases().forEach(number -> {
            updates.eraseCase(number, instead);
            updates.eraseArrived(number);
        });
    }
}
