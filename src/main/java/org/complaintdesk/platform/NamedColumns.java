package org.complaintdesk.platform;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A row's columns, named by hand once, for rows that every step writes: a mapping would find out anew each time which column is
 * which.
 *
 * @param values by column: what of the thing stands there; moments and words as they are
 */
public record NamedColumns<T>(Map<String, Function<T, Object>> values) {

    /** @return for {@code insert into … (here)} */
    public String names() {
        return String.join(", ", values.keySet());
    }

    /** @return for {@code values (here)} */
    public String places() {
        return String.join(", ", Collections.nCopies(values.size(), "?"));
    }

    /** @return for {@code update … set here} */
    public String assignments() {
        return values.keySet().stream().map(column -> column + " = ?").collect(Collectors.joining(", "));
    }

    /** @return the parameters, as the database takes them, in the columns' order */
    public List<Object> of(T thing) {
        List<Object> parameters = new ArrayList<>();
        values.values().forEach(value -> parameters.add(plain(value.apply(thing))));
        return parameters;
    }

    private static Object plain(Object value) {
        if (value instanceof Instant moment) {
            return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
        }
        return value instanceof Enum<?> word ? word.name() : value;
    }
}
