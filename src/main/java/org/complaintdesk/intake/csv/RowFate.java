package org.complaintdesk.intake.csv;

/** What became of one row: a case, known already, only counted, or refused. */
enum RowFate {
    CREATED, DUPLICATE, COUNTED, REJECTED
}
