package org.complaintdesk.review.handling;

import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.identity.StaffGroup;
import org.complaintdesk.identity.StaffNotice;
import org.complaintdesk.identity.StaffNoticeDue;
import org.complaintdesk.platform.AsSystem;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.review.ClosedReview;
import org.complaintdesk.review.EarlyEnd;
import org.complaintdesk.review.Review;
import org.complaintdesk.review.ReviewHandling;
import org.complaintdesk.review.ReviewNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Speaks to the process review-handling for the rest of the desk. */
@Component
class ReviewFlow implements ReviewHandling {

    private final RuntimeService runtime;
    private final AsSystem system;
    private final ReviewWork work;
    private final Wording wording;
    private final ApplicationEventPublisher events;

    ReviewFlow(RuntimeService runtime, AsSystem system, ReviewWork work, Wording wording, ApplicationEventPublisher events) {
        this.runtime = runtime;
        this.system = system;
        this.work = work;
        this.wording = wording;
        this.events = events;
    }

    @Override
    public void begin(Review review) {
        system.run(() -> runtime.createMessageCorrelation("ReviewReceived")
                .processInstanceBusinessKey(review.number().value()).setVariables(work.view(review))
                .setVariable(Shops.VARIABLE, Shops.begin(review.shop()))
                .correlateStartMessage());
    }

    @Override
    public void endEarly(ReviewNumber number, EarlyEnd end, String note) {
        try {
            system.run(() -> runtime.createMessageCorrelation("ReviewEndedEarly").processInstanceBusinessKey(number.value())
                    .setVariable("earlyEnd", end.name()).setVariable("closingNote", note).correlate());
        } catch (MismatchingMessageCorrelationException | ClosedReview e) {
            throw new InvalidInput("number", wording.text("review.closed-already", number.value()));
        }
    }

    @Override
    public void reviewerWrote(Review review, String text) {
        Map<String, String> facts = work.staffFacts(review);
        facts.put("message", text);
        events.publishEvent(new StaffNoticeDue(review.number().value(), StaffNotice.REVIEWER_WROTE,
                Objects.requireNonNullElse(review.handler(), StaffGroup.AGENTS.id()), facts));
    }
}
