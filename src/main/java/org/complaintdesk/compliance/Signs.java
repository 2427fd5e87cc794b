package org.complaintdesk.compliance;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.complaintdesk.compliance.Mark.Column;

/** What a passage has of each column of the decision table: at most one mark, the gravest. */
record Signs(Map<Column, Mark> marks) {

    private static final String NONE = "NONE";
    private static final Set<Column> YES_OR_NO = Set.of(Column.CONDITION, Column.REFUSAL, Column.CONTACT);

    static Signs of(Collection<Mark> marks) {
        Map<Column, Mark> gravest = new EnumMap<>(Column.class);
        marks.forEach(mark -> gravest.merge(mark.column(), mark, (one, other) -> one.compareTo(other) > 0 ? one : other));
        return new Signs(gravest);
    }

    boolean has(Column column) {
        return marks.containsKey(column);
    }

    /** @return whether no rule can say anything but clear: nothing here is about a review or presses anybody */
    boolean areHarmless() {
        return !has(Column.OBJECT) && !has(Column.ACT) && !has(Column.PRESSURE) && !has(Column.CONTACT);
    }

    /** @return a value for each input of the table */
    Map<String, Object> inputs() {
        Map<String, Object> inputs = new HashMap<>();
        for (Column column : Column.values()) {
            Mark mark = marks.get(column);
            inputs.put(column.name().toLowerCase(Locale.ROOT),
                    YES_OR_NO.contains(column) ? (Object) (mark != null) : mark == null ? NONE : mark.name());
        }
        return inputs;
    }
}
