package org.complaintdesk.insight;

import org.complaintdesk.complaint.Stage;

/**
 * The open complaints of one shop in one stage, counted.
 *
 * @param mailFailed of how many a message did not reach the customer
 */
record OpenRow(String shop, Stage stage, long open, long overdue, long dueSoon, long escalated, long mailFailed) {
}
