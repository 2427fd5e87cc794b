package org.complaintdesk.intake.csv;

import java.util.List;

/** A row that was not taken in, and why. */
record Reject(int line, List<String> cells, List<Problem> problems) {
}
