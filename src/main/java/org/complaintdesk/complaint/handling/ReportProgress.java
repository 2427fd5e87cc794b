package org.complaintdesk.complaint.handling;

import java.util.HashMap;
import java.util.Map;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Goods;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.complaint.Stage;
import org.complaintdesk.customer.UpdateKind;
import org.complaintdesk.policy.ExecutionPlan;
import org.complaintdesk.policy.ExecutionStep;
import org.springframework.stereotype.Component;

/** Tells the customer what was done and what comes next. */
@Component
class ReportProgress extends CaseStep {

    private final ExecutionPlan plan;

    ReportProgress(CaseWork work, ExecutionPlan plan) {
        super(work);
        this.plan = plan;
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        Map<String, String> facts = new HashMap<>();
        facts.put("orderNumber", complaint.orderNumber());
        if (complaint.stage() == Stage.PROPOSING) {
            facts.put("done", wording().text(whyAgain(complaint)));
            facts.put("reason", work.latest(complaint, Happening.RENEGOTIATED).get("note"));
            facts.put("next", wording().text("progress.renegotiate"));
            facts.put("ourTurn", "true");
        } else {
            facts.put("done", wording().text("progress." + complaint.executionStep().name()));
            facts.put("reference", work.latest(complaint, Happening.STEP_DONE).get("reference"));
            ExecutionPlan.Next next = complaint.next(plan);
            facts.put("next", next.nextForCustomer());
            facts.put("ourTurn", next.step() == ExecutionStep.RECEIVE_RETURN ? null : "true");
        }
        work.tellCustomer(complaint, UpdateKind.PROGRESS, facts);
    }

    private static String whyAgain(Complaint complaint) {
        if (complaint.executionStep() != ExecutionStep.NONE) {
            return "progress.refund-open";
        }
        return complaint.goods() == Goods.WITH_US ? "progress.objection" : "progress.not-returned";
    }
}
