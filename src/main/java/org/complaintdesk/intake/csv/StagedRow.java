package org.complaintdesk.intake.csv;

/** @param position the row's number within its file, from 1 */
record StagedRow(int position, FileRow row) {
}
