package org.complaintdesk.words;

import java.util.List;
import java.util.Set;

/** What became of a list. */
record Difference(List<String> added, List<String> removed) {

    static Difference between(List<String> before, List<String> after) {
        return new Difference(without(after, before), without(before, after));
    }

    private static List<String> without(List<String> lines, List<String> others) {
        Set<String> left = Set.copyOf(others);
        return lines.stream().filter(line -> !left.contains(line)).toList();
    }

    public boolean isNone() {
        return added.isEmpty() && removed.isEmpty();
    }
}
