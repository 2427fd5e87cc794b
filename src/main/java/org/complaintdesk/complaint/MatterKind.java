package org.complaintdesk.complaint;

import org.complaintdesk.deadline.ClockName;

/** What an {@link OutsideMatter} is about. */
public enum MatterKind {
    /** A marketplace asks for evidence or an answer. */
    PLATFORM(ClockName.PLATFORM_ANSWER),
    /** 12315, a market supervision office or a consumers' association. */
    REGULATOR(ClockName.REGULATOR),
    /** We claim damages from a carrier. */
    COURIER(ClockName.COURIER_CLAIM),
    /** Anyone else: a supplier, a test laboratory, an insurer. */
    OTHER(ClockName.OUTSIDE_ANSWER);

    private final ClockName ours;

    MatterKind(ClockName ours) {
        this.ours = ours;
    }

    /**
     * The clock that says by when the next thing has to be done. What a platform or the regulator gives us is a time for our
     * answer; once that is given, what they take for theirs is measured apart, and a platform that asks again gives less.
     *
     * @param again whether we have acted before
     */
    ClockName clock(WhoActs who, boolean again) {
        boolean asked = this == PLATFORM || this == REGULATOR;
        if (asked && who != WhoActs.US) {
            return ClockName.OUTSIDE_ANSWER;
        }
        return this == PLATFORM && again ? ClockName.PLATFORM_SUPPLEMENT : ours;
    }
}
