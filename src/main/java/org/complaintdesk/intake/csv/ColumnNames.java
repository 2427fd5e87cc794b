package org.complaintdesk.intake.csv;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.complaintdesk.words.PlainChinese;
import org.complaintdesk.words.WordLists;
import org.springframework.stereotype.Component;

/** Recognises columns by their headers, by the names that supervisors keep in the word lists. */
@Component
class ColumnNames {

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private final WordLists words;

    ColumnNames(WordLists words) {
        this.words = words;
    }

    /** @return the names of a column, the first is the one we recommend */
    List<String> of(Column column) {
        return words.words(column.words());
    }

    /** @return some names of a column to show to people, those in their language first */
    List<String> examples(Column column, Locale locale, int atMost) {
        boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
        return of(column).stream().sorted(Comparator.comparing(name -> HAN.matcher(name).find() != chinese)).limit(atMost).toList();
    }

    /**
     * @param columns among which to look
     * @return the columns of these headers. Of several headers for one column the one whose name comes first in the list
     *         counts.
     */
    Layout understand(List<String> headers, List<Column> columns) {
        List<String> keys = headers.stream().map(ColumnNames::key).toList();
        List<Column> understood = new ArrayList<>(Collections.nCopies(headers.size(), null));
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            if (!keys.get(i).isEmpty()) {
                places.putIfAbsent(keys.get(i), i);
            }
        }
        for (Column column : columns) {
            of(column).stream().map(name -> places.get(key(name)))
                    .filter(place -> place != null && understood.get(place) == null).findFirst()
                    .ifPresent(place -> understood.set(place, column));
        }
        return new Layout(headers, understood);
    }

    /** Letters and digits in plain spelling; what stands in brackets explains and does not name. */
    private static String key(String name) {
        return PlainChinese.of(name).replaceAll("[(\\[【〔].*?[)\\]】〕]", "").replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
