package org.complaintdesk.tables;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.platform.TableColumn.Kind;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.tables.Condition.How;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** One row as a form: what people choose and type instead of FEEL, and back. */
@Component
class RowForm {

    static final int LONGEST_NOTE = 500;

    private final Labels labels;
    private final Wording wording;

    RowForm(Labels labels, Wording wording) {
        this.labels = labels;
        this.wording = wording;
    }

    record Choice(String value, String label, boolean chosen) {
    }

    /** @param parts which of the field's parts it needs, as classes of the page */
    record HowChoice(String value, String label, String parts, boolean chosen) {
    }

    /** @param lines one alternative each */
    record InputField(int index, String label, List<HowChoice> hows, List<Choice> words, String low, String high, String lines,
            String formula, String hint) {
    }

    /**
     * @param words   empty when it is typed
     * @param brief   whether what is typed is short
     * @param formula whether the text is FEEL, not the value itself
     */
    record OutputField(int index, String label, List<Choice> words, String text, boolean number, boolean brief,
            boolean formula, String hint) {
    }

    record Fields(String id, int number, String note, List<InputField> inputs, List<OutputField> outputs) {
    }

    Fields of(Sheet sheet, Rule rule) {
        return new Fields(rule.id(), sheet.place(rule.id()) + 1, rule.note(),
                IntStream.range(0, rule.in().size()).mapToObj(i -> input(i, sheet.inputs().get(i), Condition.of(rule.in().get(i)))).toList(),
                IntStream.range(0, rule.out().size()).mapToObj(i -> output(sheet, i, rule.out().get(i))).toList());
    }

    private InputField input(int index, Column column, Condition is) {
        boolean byWords = !words(column, is).isEmpty();
        List<HowChoice> hows = hows(column, is).stream().map(how -> new HowChoice(how.name(), wording.text("tables.how." + how),
                parts(how, byWords), how == is.how())).toList();
        List<String> values = is.how() == How.FORMULA ? List.of() : is.values();
        return new InputField(index, column.label(), hows, words(column, is).stream()
                .map(word -> new Choice(word, labels.of(column, word), values.contains(word))).toList(),
                column.isNumber() && !values.isEmpty() ? values.get(0) : "", column.isNumber() && values.size() > 1 ? values.get(1) : "",
                byWords || column.isNumber() ? "" : String.join("\n", values),
                is.how() == How.FORMULA && !is.isMissing() ? is.values().get(0) : "", hint(column));
    }

    private static List<String> words(Column column, Condition is) {
        boolean chosen = column.kind() == Kind.WORD || column.kind() == Kind.LISTS;
        if (!chosen || column.choices().isEmpty()) {
            return List.of();
        }
        LinkedHashSet<String> words = new LinkedHashSet<>(column.choices());
        if (is.how() != How.FORMULA) {
            words.addAll(is.values());
        }
        return List.copyOf(words);
    }

    private static List<How> hows(Column column, Condition is) {
        List<How> hows = new ArrayList<>(switch (column.kind()) {
            case NUMBER, WHOLE -> List.of(How.ANY, How.MORE, How.AT_LEAST, How.LESS, How.AT_MOST, How.EQUAL, How.BETWEEN, How.UNKNOWN, How.KNOWN);
            case FLAG -> List.of(How.ANY, How.YES, How.NO);
            case SAID -> List.of(How.ANY, How.SAID, How.NOT_SAID);
            case LISTS -> List.of(How.ANY, How.ON_LIST, How.NOT_ON_LIST);
            case WORD, TEXT, TIME -> List.of(How.ANY, How.ONE_OF, How.NONE_OF);
        });
        if (!hows.contains(is.how()) && is.how() != How.FORMULA) {
            hows.add(is.how());
        }
        hows.add(How.FORMULA);
        return hows;
    }

    private static String parts(How how, boolean byWords) {
        return switch (how) {
            case ANY, YES, NO, UNKNOWN, KNOWN -> "";
            case MORE, AT_LEAST, LESS, AT_MOST, EQUAL -> "low";
            case BETWEEN -> "low high";
            case ONE_OF, NONE_OF, ON_LIST, NOT_ON_LIST -> byWords ? "words" : "lines";
            case SAID, NOT_SAID -> "lines said";
            case FORMULA -> "formula";
        };
    }

    private OutputField output(Sheet sheet, int index, String cell) {
        Column column = sheet.outputs().get(index);
        Optional<String> word = Feel.word(cell);
        List<String> choices = column.kind() == Kind.WORD ? column.choices() : List.of();
        LinkedHashSet<String> words = new LinkedHashSet<>(choices);
        if (!choices.isEmpty()) {
            word.filter(each -> !each.isEmpty()).ifPresent(words::add);
        }
        List<Choice> offered = words.stream().map(each -> new Choice(each, labels.of(column, each), each.equals(word.orElse(""))))
                .toList();
        boolean formula = word.isEmpty() && !column.isNumber() && !cell.isEmpty();
        return new OutputField(index, column.label(), offered, word.map(each -> labels.typed(column, each)).orElse(cell),
                column.isNumber(), column.isNumber() || column.kind() == Kind.TIME, formula, hint(column));
    }

    private String hint(Column column) {
        return switch (column.kind()) {
            case SAID -> wording.text("tables.hint.said");
            case TIME -> wording.text("tables.hint.time");
            default -> null;
        };
    }

    /** @return the row that was typed, whatever is wrong with it: that is for the checks to say */
    Rule read(Sheet sheet, String id, MultiValueMap<String, String> typed) {
        List<String> in = IntStream.range(0, sheet.inputs().size())
                .mapToObj(i -> condition(sheet.inputs().get(i), "in" + i + ".", typed).cell()).toList();
        List<String> out = IntStream.range(0, sheet.outputs().size())
                .mapToObj(i -> value(sheet.outputs().get(i), "out" + i + ".", typed)).toList();
        String note = clean(typed.getFirst("note"));
        return new Rule(id, note.isEmpty() ? "" : CleanText.cut(note, LONGEST_NOTE), in, out);
    }

    private static Condition condition(Column column, String field, MultiValueMap<String, String> typed) {
        How how = how(typed.getFirst(field + "how"));
        boolean byWords = (column.kind() == Kind.WORD || column.kind() == Kind.LISTS) && !column.choices().isEmpty();
        return new Condition(how, switch (how) {
            case ANY, YES, NO, UNKNOWN, KNOWN -> List.of();
            case MORE, AT_LEAST, LESS, AT_MOST, EQUAL -> present(number(typed.getFirst(field + "low")));
            case BETWEEN -> present(number(typed.getFirst(field + "low")), number(typed.getFirst(field + "high")));
            case ONE_OF, NONE_OF, ON_LIST, NOT_ON_LIST -> byWords ? typed.getOrDefault(field + "word", List.of())
                    : lines(typed.getFirst(field + "lines"));
            case SAID, NOT_SAID -> lines(typed.getFirst(field + "lines"));
            case FORMULA -> present(clean(typed.getFirst(field + "formula")));
        });
    }

    private static How how(String typed) {
        return Arrays.stream(How.values()).filter(how -> how.name().equals(typed)).findFirst().orElse(How.ANY);
    }

    private static String value(Column column, String field, MultiValueMap<String, String> typed) {
        String text = clean(typed.getFirst(field + "text"));
        if (column.isNumber()) {
            return number(text);
        }
        if (typed.containsKey(field + "formula") || text.isEmpty()) {
            return text;
        }
        return Feel.quoted(column.kind() == Kind.TIME ? TimeCells.read(text) : text);
    }

    private static List<String> present(String... values) {
        return Arrays.stream(values).filter(value -> !value.isEmpty()).toList();
    }

    /** People type numbers with full-width digits, signs of thousands and the unit. */
    private static String number(String typed) {
        return Normalizer.normalize(clean(typed), Normalizer.Form.NFKC).replaceAll("[,\\s元¥]", "");
    }

    private static List<String> lines(String typed) {
        return clean(typed).lines().map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
    }

    private static String clean(String typed) {
        String clean = CleanText.of(typed);
        return clean == null ? "" : clean;
    }
}
