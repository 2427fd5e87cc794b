package org.complaintdesk.review;

/** A review whose case is closed cannot change any more. */
public class ClosedReview extends IllegalStateException {

    private final ReviewNumber number;

    ClosedReview(ReviewNumber number) {
        super("Review " + number + " is closed");
        this.number = number;
    }

    public ReviewNumber number() {
        return number;
    }
}
