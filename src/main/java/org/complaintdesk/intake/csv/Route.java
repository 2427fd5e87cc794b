package org.complaintdesk.intake.csv;

/** How an import goes on: rows are left, all are taken in, or another file is being taken in right now. */
enum Route {
    MORE, DONE, WAIT
}
