package org.complaintdesk.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.complaintdesk.platform.DecisionTables;

/** One matched rule's outputs. A value the vocabulary does not know is an editing error in the table, and said so. */
record Row(String table, Map<String, Object> outputs) {

    static List<Row> all(DecisionTables tables, String table, Map<String, ?> inputs) {
        return tables.evaluate(table, inputs).stream().map(outputs -> new Row(table, outputs)).toList();
    }

    static Optional<Row> find(DecisionTables tables, String table, Map<String, ?> inputs) {
        return all(tables, table, inputs).stream().findFirst();
    }

    static Row first(DecisionTables tables, String table, Map<String, ?> inputs) {
        return find(tables, table, inputs)
                .orElseThrow(() -> new IllegalStateException("No rule of the decision table " + table + " applies"));
    }

    String text(String output) {
        return String.valueOf(required(output));
    }

    BigDecimal number(String output) {
        try {
            return new BigDecimal(text(output));
        } catch (NumberFormatException e) {
            throw new IllegalStateException("Decision table " + table + ": " + output + " is not a number: " + text(output), e);
        }
    }

    <E extends Enum<E>> E word(String output, Class<E> vocabulary) {
        try {
            return Enum.valueOf(vocabulary, text(output));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("Decision table " + table + ": " + text(output) + " is no "
                    + vocabulary.getSimpleName(), e);
        }
    }

    private Object required(String output) {
        Object value = outputs.get(output);
        if (value == null) {
            throw new IllegalStateException("Decision table " + table + ": a rule leaves " + output + " empty");
        }
        return value;
    }
}
