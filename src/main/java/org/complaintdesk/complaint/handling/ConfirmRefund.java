package org.complaintdesk.complaint.handling;

import org.complaintdesk.casework.TaskForm;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.platform.FormInput;
import org.complaintdesk.policy.ExecutionStep;
import org.complaintdesk.policy.Money;
import org.springframework.stereotype.Component;

/** Finance confirms that exactly the agreed amount was paid. */
@Component
class ConfirmRefund extends CaseTask {

    /** Whether the agreed amount was paid, or the case goes back to the agent. */
    private enum RefundOutcome {
        PAID, RETURNED
    }

    ConfirmRefund(CaseWork work) {
        super(work);
    }

    @Override
    protected void shown(Complaint complaint, TaskForm form) {
        form.show("proposal", ProposalText.markdown(complaint, wording()));
    }

    @Override
    protected void started(Complaint complaint, TaskForm form) {
        form.prefill("refundAmount", complaint.solution().amount().yuan().doubleValue());
    }

    @Override
    protected void completed(Complaint complaint, FormInput input, HandlingVariables variables) {
        if (input.choice("refundOutcome", RefundOutcome.class) == RefundOutcome.RETURNED) {
            complaint.renegotiate(input.text("refundNote", 1_000));
            return;
        }
        Money agreed = complaint.solution().amount();
        Money paid = money(input, "refundAmount");
        if (!agreed.equals(paid)) {
            throw input.invalid("refundAmount", "refund.not-as-agreed", agreed.format());
        }
        complaint.done(ExecutionStep.CONFIRM_REFUND, paid, customerText().read(input, "refundReference", 100),
                input.optionalText("refundNote", 1_000));
    }
}
