package org.complaintdesk.intake.csv;

/** What a file is a list of. */
enum ImportKind {
    REVIEWS, COMPLAINTS, ORDERS
}
