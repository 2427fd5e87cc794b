package org.complaintdesk.complaint.handling;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.WaitingFor;
import org.complaintdesk.customer.UpdateKind;
import org.springframework.stereotype.Component;

/** Asks the customer by mail what they think of the result, once each time the case is settled. */
@Component
class AskSatisfaction extends CaseStep {

    private final Clock clock;

    AskSatisfaction(CaseWork work, Clock clock) {
        super(work);
        this.clock = clock;
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        Map<String, String> facts = new HashMap<>();
        facts.put("orderNumber", complaint.orderNumber());
        facts.put("action", wording().of(complaint.solution().remedy()));
        work.tellCustomer(complaint, UpdateKind.SURVEY, facts);
        complaint.waitFor(WaitingFor.RATING, clock.instant(), null, null);
    }
}
