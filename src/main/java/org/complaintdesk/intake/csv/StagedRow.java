package org.complaintdesk.intake.csv;

/** @param position the row's number within its file, from 1 */
record StagedRow(int position, FileRow row) {

    /** @return whether what it said was erased with somebody's data; no file has a row without cells */
    boolean isForgotten() {
        return row.cells().isEmpty();
    }
}
