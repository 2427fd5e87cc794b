package org.complaintdesk.complaint;

/** Who has to do the next thing in an {@link OutsideMatter}. */
public enum WhoActs {
    /** We have, by the matter's due time. */
    US,
    /** They have, and the case cannot go on without it: its clocks wait. */
    THEM,
    /** They have, but the case goes on beside it: a courier's answer is no reason to keep the customer waiting. */
    THEM_BESIDE
}
