package org.complaintdesk.complaint.handling;

import org.complaintdesk.complaint.Complaint;
import org.springframework.stereotype.Component;

/** The customer answered the proposal themselves: the answer is on the complaint, the flow follows it. */
@Component
class TakeCustomerAnswer extends CaseStep {

    private final CustomersWord word;

    TakeCustomerAnswer(CaseWork work, CustomersWord word) {
        super(work);
        this.word = word;
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        variables.route(word.follow(complaint));
    }
}
