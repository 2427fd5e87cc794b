package org.complaintdesk.policy;

import java.time.Duration;

/**
 * What a platform allows of a shop's public reply to a review.
 *
 * @param longest at most so many characters
 * @param within  counted from when the review was posted
 * @param source  where this comes from, in the installation's language
 */
public record PublicReply(int longest, Duration within, String source) {
}
