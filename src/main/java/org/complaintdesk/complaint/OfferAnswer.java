package org.complaintdesk.complaint;

/** What was said to the latest offer, by the customer or noted for them. */
enum OfferAnswer {
    ACCEPTED, DECLINED
}
