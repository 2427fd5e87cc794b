package org.complaintdesk.deadline;

import java.time.Instant;

/**
 * What somebody wonders about.
 *
 * @param traits     what the case would be; null for what it is
 * @param waitsUntil until when it would wait, from now on; null for no further wait
 * @param target     what it would allow, such as {@code PT48H} or {@code 7WD}; null for what the table says
 */
public record Supposition(CaseTraits traits, Instant waitsUntil, String target) {

    /** With the target the table says. */
    public Supposition(CaseTraits traits, Instant waitsUntil) {
        this(traits, waitsUntil, null);
    }
}
