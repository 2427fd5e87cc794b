package org.complaintdesk.review.handling;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.review.Review;

/** A step the process takes by itself, in the transaction of what led to it. */
abstract class ReviewStep implements JavaDelegate {

    protected final ReviewWork work;

    protected ReviewStep(ReviewWork work) {
        this.work = work;
    }

    @Override
    public final void execute(DelegateExecution execution) {
        ReviewVariables variables = ReviewVariables.of(execution);
        Review review = work.review(variables.number());
        run(review, variables);
        if (review.isChanged()) {
            work.keep(review, variables);
        }
    }

    protected abstract void run(Review review, ReviewVariables variables);

    protected final Wording wording() {
        return work.wording();
    }
}
