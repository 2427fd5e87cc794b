package org.complaintdesk.review.handling;

import java.util.stream.Stream;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.compliance.Compliance;
import org.complaintdesk.compliance.Verdict;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.policy.Remedy;
import org.complaintdesk.review.ContactOutcome;
import org.complaintdesk.review.Review;
import org.springframework.stereotype.Component;

/** A public reply that fits the kind of the review and what was found, good enough to post as it is. */
@Component
class SuggestedReply {

    private static final int PRODUCT_LENGTH = 30;

    private final Complaints complaints;
    private final Compliance compliance;
    private final Wording wording;

    SuggestedReply(Complaints complaints, Compliance compliance, Wording wording) {
        this.complaints = complaints;
        this.compliance = compliance;
        this.wording = wording;
    }

    /** @return clear by the compliance gate whatever the product is called, and not too long; null when that cannot be */
    String to(Review review, int longest) {
        String found = found(review);
        String shop = review.shop();
        String suggestion = "reply.suggestion." + review.kind();
        return Stream.of(wording.text(suggestion, shop, product(review.product()), found),
                        wording.text(suggestion, shop, product(null), found),
                        wording.text("reply.suggestion.SHORT", shop, found))
                .filter(text -> text.codePointCount(0, text.length()) <= longest && compliance.check(text).verdict() == Verdict.CLEAR)
                .findFirst().orElse(null);
    }

    private String product(String name) {
        return name == null ? wording.text("reply.product.unnamed")
                : wording.text("reply.product", CleanText.cut(name.replaceAll("\\s+", " "), PRODUCT_LENGTH));
    }

    private String found(Review review) {
        if (review.complaintNumber() != null) {
            return done(complaints.get(review.complaintNumber()));
        }
        ContactOutcome outcome = review.contactOutcome();
        return switch (outcome) {
            case MISUNDERSTANDING, NOT_REACHED -> wording.text("reply.found." + outcome);
            default -> wording.text("reply.found.CHECKED");
        };
    }

    private String done(Complaint complaint) {
        if (!complaint.isClosed()) {
            return wording.text("reply.found.COMPLAINT_OPEN");
        }
        // How it was closed says whether the customer answered afterwards, not whether anything was done.
        if (complaint.settledAt() != null) {
            Remedy remedy = complaint.solution().remedy();
            // A claim that was declined is no problem that was confirmed and dealt with.
            return remedy == Remedy.DECLINE_CLAIM ? wording.text("reply.found.COMPLAINT_ENDED")
                    : wording.text("reply.found.COMPLAINT_SETTLED", wording.of(remedy));
        }
        return switch (complaint.closing()) {
            // Who did not answer a proposal had been reached.
            case NOT_AGREED, NO_ANSWER -> wording.text("reply.found.COMPLAINT_ENDED");
            case UNREACHABLE -> wording.text("reply.found.NOT_REACHED");
            case SATISFIED, WITHDRAWN, DUPLICATE -> wording.text("reply.found.CHECKED");
        };
    }
}
