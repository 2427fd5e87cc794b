package org.complaintdesk.complaint.handling;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.ReopeningProperties;
import org.complaintdesk.complaint.Stage;
import org.complaintdesk.complaint.WaitingFor;
import org.complaintdesk.customer.UpdateKind;
import org.springframework.stereotype.Component;

/** Tells the customer that the case ends because no answer came, and how to take it up again. */
@Component
class TellNoAnswer extends CaseStep {

    private final ReopeningProperties reopening;
    private final Clock clock;

    TellNoAnswer(CaseWork work, ReopeningProperties reopening, Clock clock) {
        super(work);
        this.reopening = reopening;
        this.clock = clock;
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        WaitingFor what = complaint.stage() == Stage.MEDIATING ? WaitingFor.AGREEMENT : WaitingFor.PROPOSAL;
        Map<String, String> facts = new HashMap<>();
        facts.put("orderNumber", complaint.orderNumber());
        facts.put("waitingFor", wording().text("waiting.for." + what));
        facts.put("reopenBy", wording().moment(clock.instant().plus(reopening.reopenWithin())));
        work.tellCustomer(complaint, UpdateKind.NO_ANSWER, facts);
    }
}
