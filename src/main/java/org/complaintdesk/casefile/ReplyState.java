package org.complaintdesk.casefile;

import org.complaintdesk.review.Review;
import org.complaintdesk.review.ReviewStage;

/** What has become of the public reply to a review. Labels: {@code ReplyState.*} in the message bundles. */
enum ReplyState {
    TO_REVISE, AWAITING_APPROVAL, TO_POST, POSTED, NOT_POSTED, NONE_WANTED;

    /** @return null when there is neither a reply nor the decision against one */
    static ReplyState of(Review review) {
        if (review.noReplyReason() != null) {
            return NONE_WANTED;
        }
        if (review.reply() == null) {
            return null;
        }
        if (review.repliedAt() != null) {
            return POSTED;
        }
        if (review.isClosed()) {
            return NOT_POSTED;
        }
        if (review.stage() == ReviewStage.AWAITING_APPROVAL) {
            return AWAITING_APPROVAL;
        }
        return review.stage() == ReviewStage.RECORDING ? TO_POST : TO_REVISE;
    }
}
