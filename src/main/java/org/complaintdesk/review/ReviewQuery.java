package org.complaintdesk.review;

import org.complaintdesk.policy.ReviewKind;
import org.complaintdesk.policy.Severity;

/**
 * Which reviews to list; null means any.
 *
 * @param overdue true for those whose contact or reply is overdue, false for the others
 * @param text    words, each somewhere in order number, external number, product, review text or the reviewer's name; or a number
 */
public record ReviewQuery(ReviewStage stage, ReviewKind kind, Severity urgency, Boolean overdue, String text) {
}
