package org.complaintdesk.complaint;

import org.complaintdesk.policy.Category;

/**
 * Which complaints to list; null means any.
 *
 * @param overdue true for those whose settlement is overdue, false for the others
 * @param text    found in number, order number, description or the customer's name
 */
public record ComplaintQuery(Stage stage, Category category, Boolean overdue, String text) {
}
