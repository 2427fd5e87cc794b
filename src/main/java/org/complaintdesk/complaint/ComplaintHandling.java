package org.complaintdesk.complaint;

/**
 * The complaint flow, as the rest of the desk speaks to it. Every call joins the caller's transaction.
 *
 * <p>What a customer did is on the complaint, and saved, before the flow is told: the flow reads there what it was. A verb
 * that answers whether the flow was waiting changes nothing when it was not.
 */
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

    /**
     * Notes a person's first response, and mails its text when it has one.
     *
     * @throws org.complaintdesk.platform.InvalidInput when there was one already, the case is closed, or something is
     *                                                  missing or refused
     */
    void firstResponse(ComplaintNumber number, FirstResponse response);

    /**
     * The customer accepted the proposal (the complaint is {@link Stage#EXECUTING}) or declined it
     * ({@link Stage#PROPOSING}).
     */
    boolean customerAnswered(ComplaintNumber number);

    /**
     * The customer agreed to what was mediated (the complaint is {@link Stage#EXECUTING}) or did not
     * ({@link Stage#MEDIATING}).
     */
    boolean agreementAnswered(ComplaintNumber number);

    /** The evidence asked for has come; the complaint is {@link Stage#DIAGNOSING}. */
    boolean evidenceProvided(ComplaintNumber number);

    /** Something was written that a person has to read, also when the case has ended: {@link CustomerMessages#unread}. */
    boolean customerWrote(ComplaintNumber number);

    /** A settled complaint was rated: {@link Complaint#rating()}. */
    boolean rated(ComplaintNumber number);

    /** @return what policy does at {@link Waiting#until()} without an answer; never null for a case that waits */
    Silence onSilence(Complaint complaint);

    /** Starts the flow again for a complaint that was closed; it is {@link Stage#FOLLOWING_UP} until the flow reopens it. */
    void reopened(Complaint complaint);
}
