package org.complaintdesk.update;

import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Updates that have just been worded and whose delivery begins. The delivery chooses the route at once, so the update is
 * written with its route: once, and without being read in between.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class NewUpdates {

    private final ThreadLocal<CustomerUpdate> beginning = new ThreadLocal<>();
    private final Updates updates;
    private final ApplicationEventPublisher events;

    NewUpdates(Updates updates, ApplicationEventPublisher events) {
        this.updates = updates;
        this.events = events;
    }

    /** Stores it and begins its delivery, in the caller's transaction. */
    void deliver(CustomerUpdate update) {
        CustomerUpdate outer = beginning.get();
        beginning.set(update);
        try {
            events.publishEvent(new UpdateReady(update.key(), update.caseNumber()));
        } finally {
            beginning.set(outer);
        }
        if (!update.isStored()) {
            updates.save(update);
        }
    }

    /** @return the update of this key while its delivery begins; empty when it is stored already */
    Optional<CustomerUpdate> beginning(String key) {
        return Optional.ofNullable(beginning.get()).filter(update -> update.key().equals(key) && !update.isStored());
    }
}
