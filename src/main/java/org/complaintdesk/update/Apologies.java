package org.complaintdesk.update;

import java.time.Clock;
import java.util.Optional;
import org.complaintdesk.customer.UpdateKind;
import org.springframework.stereotype.Component;

/** A customer with several late cases reads one apology, not one for each; the others note on their case where it was said. */
@Component
class Apologies {

    private final Updates updates;
    private final Restraint restraint;
    private final Clock clock;

    Apologies(Updates updates, Restraint restraint, Clock clock) {
        this.updates = updates;
        this.restraint = restraint;
        this.clock = clock;
    }

    /**
     * From here to the end of the transaction no other apology to this customer begins, so that two nodes do not both say the
     * first one.
     *
     * @return the key of the apology that says it, if this is another one to the same customer
     */
    Optional<String> saidAlready(UpdateKind kind, long customer) {
        if (kind != UpdateKind.DELAY_APOLOGY) {
            return Optional.empty();
        }
        updates.takeTurnWith(customer);
        return Optional.ofNullable(updates.lastApology(customer, clock.instant().minus(restraint.apologyWithin())))
                .map(CustomerUpdate::key);
    }
}
