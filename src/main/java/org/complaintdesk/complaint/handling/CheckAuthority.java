package org.complaintdesk.complaint.handling;

import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Solution;
import org.complaintdesk.policy.Authority;
import org.complaintdesk.policy.Money;
import org.springframework.stereotype.Component;

/** Asks the table authority whether a supervisor must approve; an amount a supervisor authorised before needs no second approval. */
@Component
class CheckAuthority extends CaseStep {

    private final Authority authority;

    CheckAuthority(CaseWork work, Authority authority) {
        super(work);
        this.authority = authority;
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        Solution proposal = complaint.solution();
        Money amount = proposal.amount() == null ? Money.ZERO : proposal.amount();
        Money authorised = complaint.authorisedAmount();
        if (authorised != null && !amount.isZero() && !amount.isMoreThan(authorised)) {
            variables.route(Route.NO_APPROVAL);
            return;
        }
        Authority.Ruling ruling = authority.on(proposal.remedy(), amount, complaint.severity(), complaint.orderAmount());
        if (ruling.approvalNeeded()) {
            complaint.needApproval(ruling.reason());
        }
        variables.route(ruling.approvalNeeded() ? Route.APPROVAL : Route.NO_APPROVAL);
    }
}
