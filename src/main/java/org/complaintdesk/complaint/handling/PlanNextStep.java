package org.complaintdesk.complaint.handling;

import java.time.Clock;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Stage;
import org.complaintdesk.policy.ExecutionPlan;
import org.complaintdesk.policy.ExecutionStep;
import org.springframework.stereotype.Component;

/** Asks the table execution what comes next for the agreed remedy; settles the case when nothing does. */
@Component
class PlanNextStep extends CaseStep {

    private final ExecutionPlan plan;
    private final Clock clock;

    PlanNextStep(CaseWork work, ExecutionPlan plan, Clock clock) {
        super(work);
        this.plan = plan;
        this.clock = clock;
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        if (complaint.stage() == Stage.PROPOSING) {
            variables.route(Route.RENEGOTIATE);
            return;
        }
        ExecutionStep next = complaint.next(plan).step();
        if (next == ExecutionStep.SETTLED) {
            complaint.settle(clock.instant());
        }
        variables.route(Route.valueOf(next.name()));
    }
}
