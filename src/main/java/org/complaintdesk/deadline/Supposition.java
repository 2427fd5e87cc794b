package org.complaintdesk.deadline;

import java.time.Instant;

/**
 * What somebody wonders about.
 *
 * @param traits     what the case would be; null for what it is
 * @param waitsUntil until when it would wait, from now on; null for no further wait
 */
public record Supposition(CaseTraits traits, Instant waitsUntil) {
}
