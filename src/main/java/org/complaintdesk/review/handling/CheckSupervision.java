package org.complaintdesk.review.handling;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.complaintdesk.casework.Escalation;
import org.complaintdesk.casework.EscalationVariables;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.review.Review;
import org.complaintdesk.review.ReviewStage;
import org.springframework.stereotype.Component;

/**
 * Whether somebody has to supervise the case: it is overdue still, or again, and nobody does already. What else is missed
 * while somebody does, such as the platform's window for a reply, is told to the people who have it.
 */
@Component
class CheckSupervision extends ReviewStep {

    private static final Predicate<Task> SUPERVISION = task -> SuperviseOverdueReview.KEY.equals(task.getTaskDefinitionKey());

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
        EscalationVariables soFar = variables.escalation();
        List<Task> open = tasks.createTaskQuery().processInstanceBusinessKey(review.number().value()).list();
        boolean overdue = isReplyOverdue(review) || isContactOverdue(review, soFar, open) || isPromiseOver(soFar, open);
        // Its own one is over: the timer that brought it here has just ended it.
        boolean supervised = !soFar.isSupervised() && open.stream().anyMatch(SUPERVISION);
        // One that was seen to before and is still overdue is nothing new.
        if (overdue && supervised && soFar.begins()) {
            tell(review);
        }
        variables.supervision(supervised || !overdue);
    }

    private boolean isReplyOverdue(Review review) {
        return review.isReplyOutstanding() && !review.replyDue().isAfter(clock.instant());
    }

    /** By the time of the attempt that is open, of which the timer that begins an escalation speaks, unless more was allowed. */
    private boolean isContactOverdue(Review review, EscalationVariables soFar, List<Task> open) {
        return !review.contactDue().isAfter(clock.instant()) && open.stream()
                .anyMatch(task -> ContactReviewer.KEY.equals(task.getTaskDefinitionKey()) && (soFar.begins() || isDue(task)));
    }

    /** What a supervisor allowed more time for, whatever it is, is not done though that is over. */
    private boolean isPromiseOver(EscalationVariables soFar, List<Task> open) {
        return soFar.isPromised() && open.stream().anyMatch(SUPERVISION.negate().and(this::isDue));
    }

    private boolean isDue(Task task) {
        return task.getDueDate() != null && !task.getDueDate().toInstant().isAfter(clock.instant());
    }

    private void tell(Review review) {
        boolean reply = isReplyOverdue(review);
        String missed = reply ? wording().text("reply.due") : wording().of(ReviewStage.CONTACTING);
        Map<String, String> facts = work.overdueFacts(review);
        facts.put("task", missed);
        facts.put("dueBy", wording().moment(reply ? review.replyDue() : review.contactDue()));
        review.remind(missed, staff.displayName(escalation.tell(review.number().value(), review.escalationLevel(), facts)), true);
    }
}
