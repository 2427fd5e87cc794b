package org.complaintdesk.review;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.policy.PublicReplies;
import org.springframework.stereotype.Component;

/** Decides what becomes of a review that arrives. */
@Component
class ReviewIntake {

    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);
    private static final Duration LONGEST_AGO = Duration.ofDays(3_653);

    private final ReviewReferences references;
    private final Customers customers;
    private final PublicReplies replies;
    private final Shops shops;
    private final ReviewProperties settings;
    private final Wording wording;
    private final Clock clock;

    ReviewIntake(ReviewReferences references, Customers customers, PublicReplies replies, Shops shops,
                 ReviewProperties settings, Wording wording, Clock clock) {
        this.references = references;
        this.customers = customers;
        this.replies = replies;
        this.shops = shops;
        this.settings = settings;
        this.wording = wording;
        this.clock = clock;
    }

    /** @return whether a review with this rating gets a case */
    boolean opensCase(NewReview incoming) {
        return incoming.rating() <= settings.highestRating();
    }

    /**
     * @return a new case, to be saved; empty when the review has one already
     * @throws InvalidInput before anything is written, when the reviewer cannot be one
     */
    Optional<Review> open(NewReview incoming) {
        Contact reviewer = reviewer(incoming);
        customers.check(reviewer);
        return references.claim(incoming).map(number -> Review.receive(number, incoming, customers.register(reviewer).id(),
                clock.instant(), incoming.postedAt().plus(replies.of(incoming.platform().name()).within())));
    }

    private Contact reviewer(NewReview incoming) {
        Contact known = incoming.reviewer();
        if (known == null) {
            return new Contact(wording.text("review.anonymous"), null, null, null);
        }
        String name = Optional.ofNullable(known.name()).or(() -> Optional.ofNullable(known.platformId()))
                .orElseGet(() -> wording.text("review.anonymous"));
        return new Contact(name, known.email(), known.phone(), known.platformId());
    }

    /** @throws InvalidInput naming the first thing that is missing or wrong */
    void check(NewReview incoming) {
        present("shop", incoming.shop());
        shops.checkSeen(incoming.shop());
        present("platform", incoming.platform());
        present("postedAt", incoming.postedAt());
        notLonger("shop", incoming.shop(), 100);
        notLonger("externalId", incoming.externalId(), 100);
        notLonger("orderNumber", incoming.orderNumber(), 64);
        notLonger("product", incoming.product(), 300);
        notLonger("text", incoming.text(), 10_000);
        if (incoming.rating() < 1 || incoming.rating() > 5) {
            throw wording.invalid("rating", "input.not-between", 1, 5);
        }
        Instant posted = incoming.postedAt();
        Instant now = clock.instant();
        if (posted.isAfter(now.plus(CLOCKS_DIFFER)) || posted.isBefore(now.minus(LONGEST_AGO))) {
            throw wording.invalid("postedAt", "complaint.occurred-out-of-range");
        }
    }

    private void present(String field, Object value) {
        if (value == null) {
            throw wording.invalid(field, "input.missing");
        }
    }

    private void notLonger(String field, String value, int length) {
        if (value != null && value.length() > length) {
            throw wording.invalid(field, "input.too-long", length, value.length());
        }
    }
}
