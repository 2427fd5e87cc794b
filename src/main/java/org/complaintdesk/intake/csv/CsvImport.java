package org.complaintdesk.intake.csv;

import java.time.Instant;
import org.complaintdesk.complaint.Channel;

/**
 * One uploaded file and how far it has been taken in.
 *
 * @param shop     for rows that name none; may be null
 * @param platform for rows that name none; may be null
 * @param done     so many rows are taken in, from the first on
 * @param analysed so many were when the database last looked at its tables
 */
record CsvImport(long id, ImportKind kind, String file, String encoding, Layout layout, String shop, Channel platform,
                 String uploadedBy, Instant uploadedAt, Instant finishedAt, int total, int done, int analysed, Tally tally) {

    public boolean isFinished() {
        return finishedAt != null;
    }

    /** @return of the rows, in percent, rounded down so that 100 means all */
    public int percent() {
        return total == 0 ? 100 : (int) (100L * done / total);
    }
}
