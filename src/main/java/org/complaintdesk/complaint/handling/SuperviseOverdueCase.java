package org.complaintdesk.complaint.handling;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.complaintdesk.casework.OpenWork;
import org.complaintdesk.casework.Supervision;
import org.complaintdesk.casework.TaskForm;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.identity.SignedIn;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.platform.FormInput;
import org.complaintdesk.policy.Money;
import org.springframework.stereotype.Component;

/**
 * A supervisor, later a manager, sees to an overdue case: takes it over, gives it to someone else, promises the customer
 * a new time, or authorises an amount so that the agent can go on.
 */
@Component
class SuperviseOverdueCase extends CaseTask {

    static final String KEY = "SuperviseOverdueCase";

    /** What the supervisor does. */
    private enum Action {
        TAKE_OVER, REASSIGN, EXTEND, AUTHORISE
    }

    private final Supervision supervision;
    private final Staff staff;
    private final SignedIn signedIn;

    SuperviseOverdueCase(CaseWork work, Supervision supervision, Staff staff, SignedIn signedIn) {
        super(work);
        this.supervision = supervision;
        this.staff = staff;
        this.signedIn = signedIn;
    }

    @Override
    protected void shown(Complaint complaint, TaskForm form) {
        form.show("overdueFacts", wording().text("supervise.facts", overdue(complaint), wording().of(complaint.stage()),
                complaint.escalationLevel()));
        form.options("staffOptions", openWork(complaint).people());
    }

    /** What was missed; where that is no clock's any more, when the case was to be settled. */
    private String overdue(Complaint complaint) {
        String missed = supervision.overdue(complaint.number().value()).stream().map(clock -> wording().text("supervise.clock",
                wording().text("clock.of", wording().of(clock.key().name())), wording().moment(clock.dueAt()))).collect(Collectors.joining(" · "));
        return missed.isEmpty() ? wording().text("supervise.settlement", wording().moment(complaint.settlementDue())) : missed;
    }

    @Override
    protected void completed(Complaint complaint, FormInput input, HandlingVariables variables) {
        String reason = input.text("reason", 1_000);
        Action action = input.choice("action", Action.class);
        if (action == Action.EXTEND) {
            Instant newTime = supervision.newTime(input);
            complaint.promiseNewTime(newTime, customerText().read(input, "reason", 1_000));
            openWork(complaint).moveDueTimes(newTime);
            supervision.promised(variables.escalation(), complaint.number().value(), newTime, signedIn.person().orElse("system"),
                    reason);
            return;
        }
        switch (action) {
            case TAKE_OVER -> handOver(complaint, Happening.TAKEN_OVER, signedIn.person().orElse(""), reason);
            case REASSIGN -> handOver(complaint, Happening.REASSIGNED, openWork(complaint).colleague(input), reason);
            default -> complaint.authorise(amount(input), reason);
        }
        supervision.inHand(variables.escalation(), complaint.number().value());
    }

    /** Only its own: beside it another task may be open, whose form holds values. */
    @Override
    protected void tidy(HandlingVariables variables) {
        variables.remove(List.of("action", "newAssignee", "newDueAt", "authorisedAmount", "reason"));
    }

    private void handOver(Complaint complaint, Happening what, String person, String reason) {
        if (openWork(complaint).handTo(person)) {
            complaint.handledBy(person);
        }
        complaint.handOver(what, staff.displayName(person), reason);
    }

    private OpenWork openWork(Complaint complaint) {
        return supervision.openWork(complaint.number().value(), KEY);
    }

    private static Money amount(FormInput input) {
        Money amount = money(input, "authorisedAmount");
        if (amount == null || amount.isZero()) {
            throw input.invalid("authorisedAmount", "input.missing");
        }
        return amount;
    }
}
