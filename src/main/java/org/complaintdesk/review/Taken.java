package org.complaintdesk.review;

/** What became of a review that arrived: a case was opened, it was known already, or its rating is only counted. */
public enum Taken {
    OPENED, KNOWN, COUNTED
}
