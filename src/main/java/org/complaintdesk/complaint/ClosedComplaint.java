package org.complaintdesk.complaint;

/** A complaint that is closed cannot change any more. */
public class ClosedComplaint extends IllegalStateException {

    private final ComplaintNumber number;

    ClosedComplaint(ComplaintNumber number) {
        super("Complaint " + number + " is closed");
        this.number = number;
    }

    public ComplaintNumber number() {
        return number;
    }
}
