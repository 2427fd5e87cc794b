package org.complaintdesk.review.handling;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.complaintdesk.identity.SignedIn;
import org.complaintdesk.platform.FormInput;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.review.NewReview;
import org.complaintdesk.review.Review;
import org.complaintdesk.review.Reviews;
import org.springframework.stereotype.Component;

/** Keeps the review an agent took down, under a new number. A refused form starts nothing. */
@Component
class RegisterReview implements JavaDelegate {

    private final Reviews reviews;
    private final ReviewWork work;
    private final SignedIn signedIn;
    private final Wording wording;

    RegisterReview(Reviews reviews, ReviewWork work, SignedIn signedIn, Wording wording) {
        this.reviews = reviews;
        this.work = work;
        this.signedIn = signedIn;
        this.wording = wording;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FormInput input = new FormInput(execution, wording);
        NewReview taken = TakenDownReview.read(input);
        Review review = reviews.takeDown(taken, signedIn.person().orElse(null))
                .orElseThrow(() -> input.invalid(taken.externalId() == null ? "text" : "externalId", "review.known-already",
                        reviews.known(taken).map(known -> known.number().value()).orElse("")));
        execution.setProcessBusinessKey(review.number().value());
        ReviewVariables variables = ReviewVariables.of(execution);
        variables.removeUnknown();
        variables.show(work.view(review));
    }
}
