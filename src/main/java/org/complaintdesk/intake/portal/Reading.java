package org.complaintdesk.intake.portal;

import java.util.Map;
import org.complaintdesk.complaint.NewComplaint;

/**
 * The form, understood.
 *
 * @param complaint null when there are problems
 * @param problems  by field in the order of the page, in the reader's language
 */
record Reading(NewComplaint complaint, Map<String, String> problems) {
}
