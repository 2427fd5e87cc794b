package org.complaintdesk.review.handling;

import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.review.Review;
import org.springframework.stereotype.Component;

/** Notes on the review how its complaint ended. */
@Component
class NoteComplaintResult extends ReviewStep {

    private final Complaints complaints;

    NoteComplaintResult(ReviewWork work, Complaints complaints) {
        super(work);
        this.complaints = complaints;
    }

    @Override
    protected void run(Review review, ReviewVariables variables) {
        Complaint complaint = complaints.get(review.complaintNumber());
        String remedy = complaint.solution() == null ? "" : wording().of(complaint.solution().remedy());
        review.complaintConcluded(remedy.isEmpty() ? wording().of(complaint.closing())
                : wording().text("review.complaint-result", wording().of(complaint.closing()), remedy));
    }
}
