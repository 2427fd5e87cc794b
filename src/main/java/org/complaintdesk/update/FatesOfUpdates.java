package org.complaintdesk.update;

import org.complaintdesk.customer.MessageFates;
import org.complaintdesk.customer.UpdateKind;
import org.springframework.stereotype.Component;

/** Each message is an update that says what became of it. */
@Component
class FatesOfUpdates implements MessageFates {

    private final Updates updates;

    FatesOfUpdates(Updates updates) {
        this.updates = updates;
    }

    @Override
    public Fate last(String caseNumber, UpdateKind kind) {
        return updates.fateOfLast(caseNumber, kind.name());
    }
}
