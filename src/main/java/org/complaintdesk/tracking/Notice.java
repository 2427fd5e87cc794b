package org.complaintdesk.tracking;

import org.complaintdesk.complaint.Answered;

/** What is said at the top of the page about what was just sent. */
record Notice(Deed deed, Answered answered) {

    /** @return null unless both are given */
    static Notice of(Deed deed, Answered answered) {
        return deed == null || answered == null ? null : new Notice(deed, answered);
    }

    /** @return the key of its text in the message bundles */
    public String key() {
        boolean ofItsOwn = answered == Answered.DONE || deed == Deed.MESSAGE && answered == Answered.TOO_LATE;
        return ofItsOwn ? "track.done." + deed + "." + answered : "track.answered." + answered;
    }

    public boolean isGood() {
        return answered == Answered.DONE;
    }
}
