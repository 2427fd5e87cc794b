package org.complaintdesk.complaint.handling;

import org.complaintdesk.casework.TaskForm;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Diagnosis;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.customer.CustomerOrder;
import org.complaintdesk.customer.OrderLookup;
import org.complaintdesk.platform.FormInput;
import org.complaintdesk.platform.Markdown;
import org.complaintdesk.policy.Category;
import org.complaintdesk.policy.Money;
import org.complaintdesk.policy.ResponsibleParty;
import org.complaintdesk.policy.Severity;
import org.springframework.stereotype.Component;

/** An agent confirms or corrects what triage proposes and notes the root cause, or asks for evidence first. */
@Component
class DiagnoseProblem extends CaseTask {

    /** What comes after the diagnosis. */
    private enum NextStep {
        DIAGNOSED, EVIDENCE
    }

    private final OrderLookup orders;

    DiagnoseProblem(CaseWork work, OrderLookup orders) {
        super(work);
        this.orders = orders;
    }

    @Override
    protected void opening(Complaint complaint) {
        if (complaint.orderNumber() != null && complaint.orderAmount() == null) {
            orders.known(complaint.customerId(), complaint.shop(), complaint.channel().name(), complaint.orderNumber())
                    .map(CustomerOrder::amount).map(Money::of).ifPresent(complaint::paid);
        }
    }

    @Override
    protected void shown(Complaint complaint, TaskForm form) {
        form.show("triageBasis", wording().text("triage.basis", Markdown.literal(
                work.latest(complaint, Happening.TRIAGED).getOrDefault("note", "–"), 300)));
    }

    @Override
    protected void started(Complaint complaint, TaskForm form) {
        Diagnosis proposal = complaint.diagnosis();
        form.prefill("category", proposal.category().name());
        form.prefill("responsibleParty", proposal.responsibleParty().name());
        form.prefill("rootCause", proposal.rootCause());
    }

    @Override
    protected void completed(Complaint complaint, FormInput input, HandlingVariables variables) {
        boolean found = input.choice("nextStep", NextStep.class) == NextStep.DIAGNOSED;
        Diagnosis diagnosis = new Diagnosis(input.choice("category", Category.class),
                input.choice("severity", Severity.class), input.choice("responsibleParty", ResponsibleParty.class),
                input.wholeNumber("priority", 0, 100),
                found ? input.text("rootCause", 2_000) : input.optionalText("rootCause", 2_000));
        if (found) {
            complaint.diagnose(diagnosis);
        } else {
            complaint.askForEvidence(diagnosis, customerText().read(input, "evidenceWanted", 1_000));
        }
        variables.route(found ? Route.DIAGNOSED : Route.EVIDENCE);
    }
}
