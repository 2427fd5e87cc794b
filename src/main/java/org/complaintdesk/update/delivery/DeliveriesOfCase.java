package org.complaintdesk.update.delivery;

import java.util.List;
import org.complaintdesk.casework.FlowsBeside;
import org.complaintdesk.update.Updates;
import org.springframework.stereotype.Component;

/** A delivery's business key is the key of its update. */
@Component
class DeliveriesOfCase implements FlowsBeside {

    private final Updates updates;

    DeliveriesOfCase(Updates updates) {
        this.updates = updates;
    }

    @Override
    public List<String> keys(String caseNumber) {
        return updates.keysOf(caseNumber);
    }
}
