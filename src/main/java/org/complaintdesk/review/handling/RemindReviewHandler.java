package org.complaintdesk.review.handling;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.complaintdesk.casework.TaskReminders;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.review.Review;
import org.complaintdesk.review.Reviews;
import org.springframework.stereotype.Component;

/** Reminds of a task of a review that is due soon, or became due over night, and notes it on the review's timeline. */
@Component
class RemindReviewHandler implements JavaDelegate {

    private final Reviews reviews;
    private final TaskReminders reminders;
    private final Staff staff;
    private final ReviewWork work;

    RemindReviewHandler(Reviews reviews, TaskReminders reminders, Staff staff, ReviewWork work) {
        this.reviews = reviews;
        this.reminders = reminders;
        this.staff = staff;
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Review review = reviews.get(ReviewVariables.of(execution).number());
        reminders.remind(execution, review.number().value(), work.staffFacts(review))
                .forEach(reminder -> review.remind(reminder.task(), staff.displayName(reminder.recipient()), reminder.missed()));
        reviews.save(review);
    }
}
