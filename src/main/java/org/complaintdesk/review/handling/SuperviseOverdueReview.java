package org.complaintdesk.review.handling;

import java.time.Instant;
import java.util.List;
import org.complaintdesk.casework.CaseHandler;
import org.complaintdesk.casework.OpenWork;
import org.complaintdesk.casework.Supervision;
import org.complaintdesk.casework.TaskForm;
import org.complaintdesk.identity.SignedIn;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.platform.FormInput;
import org.complaintdesk.review.Review;
import org.complaintdesk.review.ReviewHappening;
import org.springframework.stereotype.Component;

/** A supervisor, later a manager, sees to an overdue review: takes it over, gives it to someone else, or allows more time. */
@Component
class SuperviseOverdueReview extends ReviewTask {

    static final String KEY = "SuperviseOverdueReview";

    /** What the supervisor does. */
    private enum Action {
        TAKE_OVER, REASSIGN, EXTEND
    }

    private final Supervision supervision;
    private final Staff staff;
    private final SignedIn signedIn;

    SuperviseOverdueReview(ReviewWork work, CaseHandler handlers, Supervision supervision, Staff staff, SignedIn signedIn) {
        super(work, handlers);
        this.supervision = supervision;
        this.staff = staff;
        this.signedIn = signedIn;
    }

    @Override
    protected void shown(Review review, TaskForm form) {
        form.show("overdueFacts", wording().text("supervise.review-facts", wording().moment(review.contactDue()),
                wording().moment(review.replyDue()), wording().of(review.stage()), review.escalationLevel()));
        form.options("staffOptions", openWork(review).people());
    }

    @Override
    protected void completed(Review review, FormInput input, ReviewVariables variables) {
        String reason = input.text("reason", 1_000);
        Action action = input.choice("action", Action.class);
        if (action == Action.EXTEND) {
            Instant newTime = supervision.newTime(input);
            review.promiseNewTime(newTime, reason);
            openWork(review).moveDueTimes(newTime);
            supervision.promised(variables.escalation(), newTime);
            return;
        }
        if (action == Action.TAKE_OVER) {
            handOver(review, ReviewHappening.TAKEN_OVER, signedIn.person().orElse(""), reason);
        } else {
            handOver(review, ReviewHappening.REASSIGNED, openWork(review).colleague(input), reason);
        }
        supervision.inHand(variables.escalation(), review.escalationLevel(), review.urgency());
    }

    /** Only its own: beside it another task may be open, whose form holds values. */
    @Override
    protected void tidy(ReviewVariables variables) {
        variables.remove(List.of("action", "newAssignee", "newDueAt", "reason"));
    }

    private void handOver(Review review, ReviewHappening what, String person, String reason) {
        if (openWork(review).handTo(person)) {
            review.handledBy(person);
        }
        review.handOver(what, staff.displayName(person), reason);
    }

    private OpenWork openWork(Review review) {
        return supervision.openWork(review.number().value(), KEY);
    }
}
