package org.complaintdesk.review.handling;

import java.time.Clock;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.complaintdesk.casework.Escalation;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.review.Review;
import org.complaintdesk.review.ReviewStage;
import org.springframework.stereotype.Component;

/**
 * Whether somebody supervises the overdue case already: one supervision at a time. What else is missed meanwhile, such as
 * the platform's window for a reply, is told to the people who have it.
 */
@Component
class CheckSupervision extends ReviewStep {

    private final TaskService tasks;
    private final Escalation escalation;
    private final Staff staff;
    private final Clock clock;

    CheckSupervision(ReviewWork work, TaskService tasks, Escalation escalation, Staff staff, Clock clock) {
        super(work);
        this.tasks = tasks;
        this.escalation = escalation;
        this.staff = staff;
        this.clock = clock;
    }

    @Override
    protected void run(Review review, ReviewVariables variables) {
        boolean open = tasks.createTaskQuery().processInstanceBusinessKey(review.number().value())
                .taskDefinitionKey(SuperviseOverdueReview.KEY).count() > 0;
        // One that was seen to before and is still overdue is nothing new.
        if (open && variables.escalation().begins()) {
            tell(review);
        }
        variables.supervision(open);
    }

    private void tell(Review review) {
        boolean reply = !review.replyDue().isAfter(clock.instant());
        String missed = reply ? wording().text("reply.due") : wording().of(ReviewStage.CONTACTING);
        Map<String, String> facts = work.overdueFacts(review);
        facts.put("task", missed);
        facts.put("dueBy", wording().moment(reply ? review.replyDue() : review.contactDue()));
        review.missed(missed, staff.displayName(escalation.tell(review.number().value(), review.escalationLevel(), facts)));
    }
}
