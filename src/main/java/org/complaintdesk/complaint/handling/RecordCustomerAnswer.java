package org.complaintdesk.complaint.handling;

import org.complaintdesk.casework.TaskForm;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.platform.FormInput;
import org.springframework.stereotype.Component;

/** An agent records what the customer says to the proposal; after the configured rounds a refusal goes to mediation. */
@Component
class RecordCustomerAnswer extends CaseTask {

    /** What the customer says. */
    private enum Answer {
        ACCEPTED, DECLINED, COUNTER_WISH
    }

    private final CustomersWord word;
    private final WaitingText waiting;

    RecordCustomerAnswer(CaseWork work, CustomersWord word, WaitingText waiting) {
        super(work);
        this.word = word;
        this.waiting = waiting;
    }

    @Override
    protected void shown(Complaint complaint, TaskForm form) {
        form.show("proposal", ProposalText.markdown(complaint, wording()));
        form.show("waiting", waiting.forStaff(complaint));
    }

    @Override
    protected void completed(Complaint complaint, FormInput input, HandlingVariables variables) {
        Answer answer = input.choice("answer", Answer.class);
        if (answer == Answer.ACCEPTED) {
            complaint.accept();
        } else {
            complaint.decline(answer == Answer.COUNTER_WISH, input.text("answerReason", 1_000));
        }
        variables.route(word.follow(complaint));
    }
}
