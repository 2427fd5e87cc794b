package org.complaintdesk.update.delivery;

import java.util.Set;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.customer.UpdateKind;
import org.complaintdesk.update.Audience;
import org.complaintdesk.update.CustomerUpdate;
import org.springframework.stereotype.Component;

/**
 * A customer who refuses contact gets nothing from us but what they asked for; nobody asks for a survey, and it does not go
 * to an address that may be someone else's.
 */
@Component
class DoNotContact {

    private static final Set<String> SURVEYS = Set.of(UpdateKind.SURVEY.name(), UpdateKind.SURVEY_REMINDER.name());

    private final Customers customers;

    DoNotContact(Customers customers) {
        this.customers = customers;
    }

    boolean appliesTo(CustomerUpdate update) {
        if (update.audience() == Audience.STAFF) {
            return false;
        }
        if (SURVEYS.contains(update.kind())) {
            return !update.isConfirmed() || customers.refusesToBeAsked(update.customerId());
        }
        return update.isUnasked() && customers.refusesContact(update.customerId());
    }
}
