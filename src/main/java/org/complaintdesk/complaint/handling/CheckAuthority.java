package org.complaintdesk.complaint.handling;

import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Solution;
import org.complaintdesk.policy.Authority;
import org.complaintdesk.policy.Money;
import org.springframework.stereotype.Component;

/**
 * Asks the table authority whether a supervisor must approve; an amount a supervisor authorised before needs no second approval.
 * What an agent may decide they may decide once in a case: what was paid before it was reopened counts.
 */
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
        // Nothing more is decided about what was paid by a proposal that costs nothing.
        Money before = amount.isZero() ? Money.ZERO : work.paidBefore(complaint);
        Money all = amount.plus(before);
        Money authorised = complaint.authorisedAmount();
        if (authorised != null && !amount.isZero() && !all.isMoreThan(authorised)) {
            variables.route(Route.NO_APPROVAL);
            return;
        }
        Authority.Ruling ruling = authority.on(proposal.remedy(), all, complaint.severity(), complaint.orderAmount());
        if (ruling.approvalNeeded()) {
            complaint.needApproval(before.isZero() ? ruling.reason()
                    : wording().text("approval.paid-before", ruling.reason(), before.format(), amount.format(), all.format()));
        }
        variables.route(ruling.approvalNeeded() ? Route.APPROVAL : Route.NO_APPROVAL);
    }
}
