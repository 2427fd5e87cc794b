package org.complaintdesk.intake.csv;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Notices when a spreadsheet has rounded long numbers. It keeps 15 digits: when every longer number of a column ends in
 * zeros from there on, different orders have become one, and no row can be trusted.
 */
final class LostDigits {

    private static final Pattern LONG = Pattern.compile("\\d{17,}");
    private static final Pattern ROUNDED = Pattern.compile("\\d{15}0+");
    /** One such number, or two, may be so by chance. */
    private static final int ENOUGH = 3;
    private static final Column[] NUMBERS = {Column.REVIEW_ID, Column.COMPLAINT_ID, Column.ORDER_NUMBER};

    private final Layout layout;
    private final Map<Column, Integer> rounded = new EnumMap<>(Column.class);
    private final Map<Column, Integer> exact = new EnumMap<>(Column.class);

    LostDigits(Layout layout) {
        this.layout = layout;
    }

    void look(FileRow row) {
        for (Column column : NUMBERS) {
            int place = layout.place(column);
            if (place >= 0 && place < row.cells().size()) {
                String value = Cell.value(row.cells().get(place));
                if (LONG.matcher(value).matches()) {
                    (ROUNDED.matcher(value).matches() ? rounded : exact).merge(column, 1, Integer::sum);
                }
            }
        }
    }

    /** @return the header of a column whose numbers are rounded */
    Optional<String> lostIn() {
        return Stream.of(NUMBERS).filter(column -> rounded.getOrDefault(column, 0) >= ENOUGH && !exact.containsKey(column))
                .map(column -> layout.header(column, "")).findFirst();
    }
}
