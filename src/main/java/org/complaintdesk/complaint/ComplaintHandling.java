package org.complaintdesk.complaint;

/** The complaint flow, as the rest of the desk speaks to it. Every call joins the caller's transaction. */
public interface ComplaintHandling {

    /** Starts the flow for a complaint that has just been registered. */
    void begin(Complaint complaint);

    /**
     * Ends the flow from whatever stage it is in.
     *
     * @param closing one that {@link Closing#isEarly()}
     * @param note    why; for a duplicate the number of the original
     * @throws org.complaintdesk.platform.InvalidInput when the case is closed already
     */
    void endEarly(ComplaintNumber number, Closing closing, String note);
}
