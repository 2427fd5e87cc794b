package org.complaintdesk.tables;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table as it is read. */
record Sheet(String id, String name, Hit hit, List<Column> inputs, List<Column> outputs, List<Rule> rules) {

    /** How rows count. */
    enum Hit {
        FIRST, ALL, UNIQUE
    }

    Sheet with(List<Rule> others) {
        return new Sheet(id, name, hit, inputs, outputs, List.copyOf(others));
    }

    Optional<Rule> rule(String rule) {
        return rules.stream().filter(each -> each.id().equals(rule)).findFirst();
    }

    /** @return counted from 0; -1 when there is none */
    int place(String rule) {
        return rules.stream().map(Rule::id).toList().indexOf(rule);
    }

    /** @return counted from 1; 0 when there is none */
    public int number(String rule) {
        return place(rule) + 1;
    }

    /** @return what the code that asks relies on: tables of another shape cannot take each other's place */
    String shape() {
        return hit + Stream.of(inputs, outputs).map(columns -> columns.stream().map(column -> column.name() + ":" + column.type())
                .collect(Collectors.joining(",", "[", "]"))).collect(Collectors.joining());
    }

    /** @return whether both say the same, whatever their rows are called */
    boolean says(Sheet other) {
        return shape().equals(other.shape()) && rules.size() == other.rules.size()
                && Stream.iterate(0, i -> i + 1).limit(rules.size()).allMatch(i -> rules.get(i).says(other.rules.get(i)));
    }
}
