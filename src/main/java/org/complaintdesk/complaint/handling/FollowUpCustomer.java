package org.complaintdesk.complaint.handling;

import java.time.Clock;
import org.complaintdesk.casework.TaskForm;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.platform.FormInput;
import org.springframework.stereotype.Component;

/** An agent asks the customer whether the result satisfies them (handbook: 回访). */
@Component
class FollowUpCustomer extends CaseTask {

    /** The customer's word; none when they cannot be reached or do not want to be. */
    private enum Satisfied {
        YES, NO, NOT_ASKED
    }

    private final WaitingText waiting;
    private final Customers customers;
    private final Clock clock;

    FollowUpCustomer(CaseWork work, WaitingText waiting, Customers customers, Clock clock) {
        super(work);
        this.waiting = waiting;
        this.customers = customers;
        this.clock = clock;
    }

    @Override
    protected void shown(Complaint complaint, TaskForm form) {
        form.show("outcome", ProposalText.markdown(complaint, wording()));
        form.show("waiting", howToAsk(complaint));
    }

    private String howToAsk(Complaint complaint) {
        if (customers.refusesContact(complaint.customerId())) {
            return "**" + wording().text("follow-up.do-not-contact") + "**";
        }
        return complaint.waiting() == null ? wording().text("follow-up.no-survey") : waiting.forStaff(complaint);
    }

    @Override
    protected void completed(Complaint complaint, FormInput input, HandlingVariables variables) {
        Satisfied word = input.choice("satisfied", Satisfied.class);
        if (word == Satisfied.NOT_ASKED) {
            complaint.notAsked(input.text("followUpNote", 2_000));
            variables.route(Route.NO_ANSWER);
            return;
        }
        boolean satisfied = word == Satisfied.YES;
        int score = input.wholeNumber("score", 1, 5);
        String note = satisfied ? input.optionalText("followUpNote", 2_000) : input.text("followUpNote", 2_000);
        complaint.followUp(satisfied, score, note, clock.instant());
        variables.route(satisfied ? Route.SATISFIED : Route.UNSATISFIED);
    }
}
