package org.complaintdesk.update;

import org.complaintdesk.customer.CustomerErased;
import org.complaintdesk.customer.CustomerMerged;
import org.complaintdesk.platform.Wording;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
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

    /** Before anybody touches a notice: who sends a bundle holds it first and what is in it afterwards. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void erasedInBundles(CustomerErased customer) {
        if (!customer.cases().isEmpty() && !updates.lockBundlesOf(customer.cases(), CustomerUpdate.BUNDLE).isEmpty()) {
            updates.eraseRepeated(customer.cases(), CustomerUpdate.BUNDLE, wording.text("update.erased"));
        }
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
