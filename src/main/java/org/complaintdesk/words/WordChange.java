package org.complaintdesk.words;

import java.time.Instant;
import java.util.List;

/**
 * One change of a list.
 *
 * @param revision counted for each list from 1
 * @param lines    the whole list after it; null when the default is in force again
 */
record WordChange(String list, int revision, List<String> lines, String who, Instant at) {

    boolean isReset() {
        return lines == null;
    }
}
