package org.complaintdesk.tables;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A row without blanks, and without the order of what stands side by side. */
final class Plain {

    private Plain() {
    }

    static List<Object> of(Rule rule) {
        Stream<Object> in = rule.in().stream().map(Condition::of).map(is -> is.how() + " " + Set.copyOf(is.values()));
        return Stream.concat(in, Stream.concat(rule.out().stream(), Stream.of(rule.note()))).toList();
    }
}
