package org.complaintdesk.casework;

/**
 * In which order cases of one kind are listed, in the words of the database; {@code c} is the case.
 *
 * @param join what else has to be looked at, one row at most for each case; may be empty
 * @param only the cases that have a place in this order; says nothing of what is joined
 */
public record CaseOrder(String join, String only, String by) {

    /** All of them, latest first. */
    public static final CaseOrder NEWEST = new CaseOrder("", "true", "c.id desc");
}
