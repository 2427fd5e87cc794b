package org.complaintdesk.review;

import java.util.NoSuchElementException;

/** There is no review under this number. */
public class UnknownReview extends NoSuchElementException {

    UnknownReview(String number) {
        super("No review " + number);
    }
}
