package org.complaintdesk.forecast;

import java.time.Instant;
import org.complaintdesk.complaint.Stage;
import org.complaintdesk.policy.Category;

/**
 * One stay of one finished case, as it is kept.
 *
 * @param ended    when the case was settled, or closed without
 * @param category null when it never got one
 * @param calendar the name of the calendar it was measured on
 */
record KeptStay(String caseNumber, Instant entered, Instant ended, Stage stage, Category category, String calendar,
                Stay stay) {
}
