package org.complaintdesk.intake.portal;

import java.time.Instant;

/** A form that became a complaint. */
record Filing(String caseNumber, Instant at) {
}
