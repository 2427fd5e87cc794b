package org.complaintdesk.tracking;

import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.ComplaintNumber;

/**
 * Somebody came by a private link.
 *
 * @param c what came along to confirm the customer's address; null when it did not, or is not good
 */
record Visit(String token, PrivateLink link, Complaint complaint, String c) {

    ComplaintNumber number() {
        return complaint.number();
    }

    /** Neither the token nor what confirms an address belongs into a log. */
    @Override
    public String toString() {
        return "Visit[" + number() + "]";
    }
}
