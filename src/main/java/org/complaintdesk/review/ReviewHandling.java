package org.complaintdesk.review;

/** The review flow, as the rest of the desk speaks to it. Every call joins the caller's transaction. */
public interface ReviewHandling {

    /** Starts the flow for a review that has just been registered. */
    void begin(Review review);

    /**
     * Ends the flow from whatever stage it is in.
     *
     * @param note why, checked already; for a duplicate the number of the original
     * @throws org.complaintdesk.platform.InvalidInput when the case is closed already
     */
    void endEarly(ReviewNumber number, EarlyEnd end, String note);

    /** Tells whoever handles the case that the reviewer wrote. */
    void reviewerWrote(Review review, String text);
}
