package org.complaintdesk.casefile;

import java.time.Instant;

/**
 * One thing that happened to a case, in words.
 *
 * @param time     of the day
 * @param details  empty when there are none
 * @param outside  those of the details that whoever asks from outside may read, empty when there are none
 * @param internal whether it is the desk's own business and nothing for whoever asks from outside
 */
record StoryEntry(Instant at, String time, Kind kind, String who, String what, String details, String outside,
                  boolean internal) {

    /** Where it is known from. Labels: {@code Kind.*} in the message bundles. */
    enum Kind {
        STEP, TASK, MESSAGE, FILE
    }
}
