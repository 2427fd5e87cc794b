package org.complaintdesk.platform;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * What may stand in a column of a decision table, beyond what the table itself says.
 *
 * @param words  what the code that asks the table understands; empty when it is not a column of words
 * @param labels the message keys of the words begin with it, such as {@code Category}; null when the table's own words count
 * @param least  the smallest number; null for none
 * @param most   the greatest number; null for none
 * @param check  throws an {@link IllegalArgumentException} that says what is wrong with a value
 */
public record TableColumn(Kind kind, List<String> words, String labels, BigDecimal least, BigDecimal most, Consumer<String> check) {

    /** How people see the column. */
    public enum Kind {
        WORD, NUMBER, WHOLE, FLAG, TEXT,
        /** How long something takes: {@code PT24H}, {@code 7WD}. */
        TIME,
        /** What is looked for in somebody's words, as a regular expression. */
        SAID,
        /** The names of word lists that have a word in a text. */
        LISTS
    }

    public TableColumn {
        words = List.copyOf(words);
    }

    private static TableColumn of(Kind kind, Collection<String> words, String labels) {
        return new TableColumn(kind, List.copyOf(words), labels, null, null, value -> { });
    }

    /** @param vocabulary has a label for each of its words */
    public static TableColumn words(Class<? extends Enum<?>> vocabulary) {
        return of(Kind.WORD, Arrays.stream(vocabulary.getEnumConstants()).map(Enum::name).toList(), vocabulary.getSimpleName());
    }

    /** @param labels such as {@code policy.word.route}: the words' labels are {@code policy.word.route.MAIL} … */
    public static TableColumn words(String labels, Collection<String> words) {
        return of(Kind.WORD, words, labels);
    }

    /** The channels of complaints and reviews, by the names of the contract. */
    public static TableColumn channels() {
        return words("Channel", List.of("TMALL", "TAOBAO", "JD", "PINDUODUO", "DOUYIN", "WECHAT", "PHONE", "EMAIL", "WEB", "OTHER"));
    }

    /** The table's own allowed values, with these labels. */
    public static TableColumn labelled(String labels) {
        return of(Kind.WORD, List.of(), labels);
    }

    /** @param lists every word list the table may ask about */
    public static TableColumn lists(Collection<String> lists) {
        return of(Kind.LISTS, lists, null);
    }

    public static TableColumn said() {
        return of(Kind.SAID, List.of(), null);
    }

    public static TableColumn number(String least, String most) {
        return new TableColumn(Kind.NUMBER, List.of(), null, new BigDecimal(least), new BigDecimal(most), value -> { });
    }

    public static TableColumn whole(long least, long most) {
        return new TableColumn(Kind.WHOLE, List.of(), null, BigDecimal.valueOf(least), BigDecimal.valueOf(most), value -> { });
    }

    /** @param check throws an {@link IllegalArgumentException} with a sentence for people in the installation's language */
    public static TableColumn time(Consumer<String> check) {
        return new TableColumn(Kind.TIME, List.of(), null, null, null, check);
    }
}
