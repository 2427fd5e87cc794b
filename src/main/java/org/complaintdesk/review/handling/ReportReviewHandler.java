package org.complaintdesk.review.handling;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.complaintdesk.casework.TaskReminders;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.identity.StaffGroup;
import org.complaintdesk.review.Review;
import org.complaintdesk.review.Reviews;
import org.springframework.stereotype.Component;

/**
 * Tells that a task of a review was not done in time, and notes it on the review's timeline: the supervisors, and the managers
 * of what the supervisors themselves have to approve.
 */
@Component
class ReportReviewHandler implements JavaDelegate {

    private static final String APPROVAL = "ReportApproveReply";

    private final Reviews reviews;
    private final TaskReminders reminders;
    private final Staff staff;
    private final ReviewWork work;

    ReportReviewHandler(Reviews reviews, TaskReminders reminders, Staff staff, ReviewWork work) {
        this.reviews = reviews;
        this.reminders = reminders;
        this.staff = staff;
        this.work = work;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Review review = reviews.get(ReviewVariables.of(execution).number());
        StaffGroup group = execution.getCurrentActivityId().equals(APPROVAL) ? StaffGroup.MANAGERS : StaffGroup.SUPERVISORS;
        reminders.report(execution, review.number().value(), group, work.staffFacts(review))
                .forEach(report -> review.remind(report.task(), staff.displayName(report.recipient()), report.missed()));
        reviews.save(review);
    }
}
