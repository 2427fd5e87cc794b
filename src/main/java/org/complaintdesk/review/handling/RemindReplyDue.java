package org.complaintdesk.review.handling;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.complaintdesk.casework.TaskReminders;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.review.Review;
import org.complaintdesk.review.Reviews;
import org.springframework.stereotype.Component;

/** Reminds whoever has work on the case that the platform will soon take no reply any more. */
@Component
class RemindReplyDue implements JavaDelegate {

    private final Reviews reviews;
    private final TaskReminders reminders;
    private final Staff staff;
    private final ReviewWork work;

    RemindReplyDue(Reviews reviews, TaskReminders reminders, Staff staff, ReviewWork work) {
        this.reviews = reviews;
        this.reminders = reminders;
        this.staff = staff;
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Review review = reviews.get(ReviewVariables.of(execution).number());
        reminders.remindAll(execution, review.number().value(), review.replyDue(), work.staffFacts(review))
                .forEach(reminder -> review.remind(reminder.task(), staff.displayName(reminder.recipient()), reminder.missed()));
        reviews.save(review);
    }
}
