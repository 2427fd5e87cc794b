package org.complaintdesk.words;

import java.util.List;

/**
 * A list as it is in force.
 *
 * @param latest null while nobody has changed it
 */
record WordSheet(WordList list, WordChange latest) {

    public List<String> lines() {
        return latest == null ? list.lines() : linesAfter(latest);
    }

    List<String> linesAfter(WordChange change) {
        return change.isReset() ? list.lines() : change.lines();
    }

    public int revision() {
        return latest == null ? 0 : latest.revision();
    }

    public boolean isChanged() {
        return latest != null && !latest.isReset();
    }

    public Difference fromDefault() {
        return Difference.between(list.lines(), lines());
    }
}
