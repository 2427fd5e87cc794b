package org.complaintdesk.intake.csv;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns of one file.
 *
 * @param headers as they stand in the file
 * @param columns what each header was understood as, null where it was not
 */
record Layout(List<String> headers, List<Column> columns) {

    Layout {
        headers = List.copyOf(headers);
        columns = Collections.unmodifiableList(new ArrayList<>(columns));
    }

    /** @return the place of a column in a row, -1 when the file has none */
    int place(Column column) {
        return columns.indexOf(column);
    }

    /** @return the column as the file calls it, or else its label */
    public String header(Column column, String label) {
        return place(column) < 0 ? label : headers.get(place(column));
    }

    Set<Column> understood() {
        return columns.stream().filter(column -> column != null).collect(Collectors.toSet());
    }

    /** @return the headers no column was understood from */
    public List<String> ignored() {
        return Stream.iterate(0, i -> i < headers.size(), i -> i + 1)
                .filter(i -> columns.get(i) == null && !headers.get(i).isEmpty()).map(headers::get).toList();
    }
}
