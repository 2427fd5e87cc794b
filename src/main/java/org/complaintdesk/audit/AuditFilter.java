package org.complaintdesk.audit;

import java.time.LocalDate;
import org.complaintdesk.platform.CleanText;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * Which lines somebody wants to see; null or blank is any.
 *
 * @param until the last day that counts, in the installation's zone
 * @param to    the last line that counts: pages go back in time
 */
record AuditFilter(AuditEvent what, String who, String subject, @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
                   @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until, Long to) {

    AuditFilter {
        who = CleanText.of(who);
        subject = CleanText.of(subject);
    }

    AuditFilter to(long line) {
        return new AuditFilter(what, who, subject, from, until, line);
    }
}
