package org.complaintdesk.review.handling;

import org.complaintdesk.complaint.Channel;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.platform.FormInput;
import org.complaintdesk.review.NewReview;

/** The start form {@code take-down-review}, read. */
final class TakenDownReview {

    /** What the engine keeps of a submitted text; a longer one arrives by the API. */
    private static final int LONGEST_VARIABLE = 4_000;

    private TakenDownReview() {
    }

    static NewReview read(FormInput input) {
        return new NewReview(input.text("shop", 100), input.choice("platform", Channel.class),
                input.optionalText("externalId", 100), input.optionalText("orderNumber", 64),
                input.optionalText("product", 300), input.wholeNumber("rating", 1, 5),
                input.optionalText("text", LONGEST_VARIABLE), input.optionalTime("postedAt"),
                new Contact(input.text("customerName", 100), input.optionalText("email", 254),
                        input.optionalText("phone", 40), input.optionalText("platformId", 100)));
    }
}
