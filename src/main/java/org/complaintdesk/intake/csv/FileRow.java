package org.complaintdesk.intake.csv;

import java.util.List;

/**
 * A row as it stands in the file.
 *
 * @param line the line of the file it begins in, from 1
 */
record FileRow(int line, List<String> cells) {
}
