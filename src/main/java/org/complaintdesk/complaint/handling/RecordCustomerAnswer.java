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

    private final HandlingProperties settings;

    RecordCustomerAnswer(CaseWork work, HandlingProperties settings) {
        super(work);
        this.settings = settings;
    }

    @Override
    protected void opened(Complaint complaint, TaskForm form) {
        form.show("proposal", ProposalText.markdown(complaint, wording()));
    }

    @Override
    protected void completed(Complaint complaint, FormInput input, HandlingVariables variables) {
        Answer answer = input.choice("answer", Answer.class);
        if (answer == Answer.ACCEPTED) {
            complaint.accept();
            variables.route(Route.ACCEPTED);
            return;
        }
        complaint.decline(answer == Answer.COUNTER_WISH, input.text("answerReason", 1_000));
        if (complaint.round() >= settings.proposalRounds()) {
            complaint.mediate(wording().text("handling.rounds-used", complaint.round()));
            variables.route(Route.MEDIATE);
        } else {
            variables.route(Route.DECLINED);
        }
    }
}
