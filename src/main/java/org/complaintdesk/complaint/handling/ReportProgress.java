package org.complaintdesk.complaint.handling;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Goods;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.complaint.Stage;
import org.complaintdesk.customer.UpdateKind;
import org.complaintdesk.policy.ExecutionPlan;
import org.complaintdesk.policy.ExecutionStep;
import org.springframework.stereotype.Component;

/** Tells the customer what was done and what comes next; what they have to do themselves is a message of its own kind. */
@Component
class ReportProgress extends CaseStep {

    /** What a solution is carried out after. */
    private static final Set<Happening> AGREED = EnumSet.of(Happening.ACCEPTED, Happening.AGREED, Happening.SILENCE);

    private final ExecutionPlan plan;

    ReportProgress(CaseWork work, ExecutionPlan plan) {
        super(work);
        this.plan = plan;
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        Map<String, String> facts = new HashMap<>();
        facts.put("orderNumber", complaint.orderNumber());
        UpdateKind kind = UpdateKind.PROGRESS;
        if (complaint.stage() == Stage.PROPOSING) {
            facts.put("done", wording().text(whyAgain(complaint)));
            facts.put("next", wording().text("progress.renegotiate"));
        } else {
            facts.put("done", done(complaint));
            facts.put("reference", reference(complaint));
            ExecutionPlan.Next next = complaint.next(plan);
            facts.put("next", next.nextForCustomer());
            kind = next.step() == ExecutionStep.RECEIVE_RETURN ? UpdateKind.RETURN_REQUEST : UpdateKind.PROGRESS;
        }
        work.tellCustomer(complaint, kind, facts);
    }

    private String done(Complaint complaint) {
        boolean silent = nothingYet(complaint)
                && work.lastOf(complaint, AGREED).filter(event -> event.what() == Happening.SILENCE).isPresent();
        return wording().text(silent ? "progress.silence" : "progress." + complaint.executionStep().name());
    }

    /** Of this step: the story still knows those of what was done before the case was taken up again. */
    private String reference(Complaint complaint) {
        if (nothingYet(complaint)) {
            return null;
        }
        Map<String, String> latest = work.latest(complaint, Happening.STEP_DONE);
        return complaint.executionStep().name().equals(latest.get("step")) ? latest.get("reference") : null;
    }

    private static boolean nothingYet(Complaint complaint) {
        return complaint.executionStep() == ExecutionStep.NONE;
    }

    private static String whyAgain(Complaint complaint) {
        if (!nothingYet(complaint)) {
            return "progress.refund-open";
        }
        return complaint.goods() == Goods.WITH_US ? "progress.objection" : "progress.not-returned";
    }
}
