package org.complaintdesk.intake.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.complaintdesk.casework.CasePage;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.Stage;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.policy.ReviewKind;
import org.complaintdesk.policy.Severity;
import org.complaintdesk.review.EarlyEnd;
import org.complaintdesk.review.Review;
import org.complaintdesk.review.ReviewQuery;
import org.complaintdesk.review.ReviewRegistration;
import org.complaintdesk.review.ReviewStage;
import org.complaintdesk.review.ReviewTimelineText;
import org.complaintdesk.review.Reviews;
import org.complaintdesk.review.Taken;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/reviews")
class ReviewApi {

    private static final int MOST = 10_000;

    private static final String COUNTED = "COUNTED";

    private final Reviews reviews;
    private final Complaints complaints;
    private final Customers customers;
    private final ReviewTimelineText timeline;
    private final Clock clock;

    ReviewApi(Reviews reviews, Complaints complaints, Customers customers, ReviewTimelineText timeline, Clock clock) {
        this.reviews = reviews;
        this.complaints = complaints;
        this.customers = customers;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** @param status the case's stage, or COUNTED for a review that has no case and so no number */
    record Registered(String number, String status) {
    }

    /** @param totalCapped whether there are more than the total says */
    record Listed(List<ReviewView> reviews, int page, int size, long total, boolean totalCapped) {
    }

    record Ending(@NotNull EarlyEnd end, @Size(max = 1_000) String note) {
    }

    /** 201 for a new case, 200 with the same number for a review that is known, 200 without one for a rating that is only counted. */
    @PostMapping
    ResponseEntity<Registered> register(@RequestBody @Valid ReviewRequest request) {
        ReviewRegistration registration = reviews.register(request.review());
        if (registration.number() == null) {
            return ResponseEntity.ok(new Registered(null, COUNTED));
        }
        Review review = reviews.get(registration.number());
        return ResponseEntity.status(registration.taken() == Taken.OPENED ? HttpStatus.CREATED : HttpStatus.OK)
                .location(URI.create("/api/reviews/" + review.number()))
                .body(new Registered(review.number().value(), review.stage().name()));
    }

    @GetMapping("/{number}")
    ReviewView show(@PathVariable String number) {
        Review review = known(number);
        Stage complaint = review.complaintNumber() == null ? null : complaints.get(review.complaintNumber()).stage();
        return view(review, complaint, reviews.story(review).stream()
                .map(event -> ReviewView.happened(event, timeline.of(event))).toList());
    }

    @GetMapping
    Listed list(@RequestParam(required = false) ReviewStage status, @RequestParam(required = false) ReviewKind kind,
                @RequestParam(required = false) Severity urgency, @RequestParam(required = false) Boolean overdue,
                @RequestParam(required = false) String q, @RequestParam(defaultValue = "0") @Min(0) @Max(100_000) int page,
                @RequestParam(defaultValue = "20") @Min(1) @Max(200) int size) {
        CasePage<Review> found = reviews.search(new ReviewQuery(status, kind, urgency, overdue, q), PageRequest.of(page, size),
                q == null ? MOST : Reviews.COUNTED);
        return new Listed(found.map(review -> view(review, null, null)).getContent(), page, size, found.getTotalElements(), found.isCapped());
    }

    /** Ends the case from any stage: the review is gone, a duplicate (the note is the original's number), or taken in by mistake. */
    @PostMapping("/{number}/ending")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String number, @RequestBody @Valid Ending ending) {
        reviews.endEarly(known(number).number(), ending.end(), ending.note());
    }

    private Review known(String number) {
        return reviews.find(number).orElseThrow(() -> new ErrorResponseException(HttpStatus.NOT_FOUND));
    }

    private ReviewView view(Review review, Stage complaint, List<ReviewView.Happened> story) {
        return ReviewView.of(review, customers.byId(review.customerId()), complaint, clock.instant(), story);
    }
}
