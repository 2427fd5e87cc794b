package org.complaintdesk.tables;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintdesk.platform.TableColumn.Kind;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** Whether a cell can be read, means something in its column, and names only what there is. */
@Component
class CellChecks {

    static final int LONGEST = 4_000;

    /** What FEEL itself calls so within a list. */
    private static final Set<String> OWN_NAMES = Set.of("item", "partial");
    private static final List<String> TRIALS = List.of("的".repeat(2_000), "a".repeat(2_000), "我买的东西坏了，客服不理人！".repeat(150));
    static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,6})?");

    private final Wording wording;
    private final Labels labels;

    CellChecks(Wording wording, Labels labels) {
        this.wording = wording;
        this.labels = labels;
    }

    /** @return what is wrong, beginning with the column's label; empty when nothing is */
    Optional<String> condition(Sheet sheet, Column column, String cell) {
        return problem(sheet, column, cell, true);
    }

    /** The same of an output. */
    Optional<String> value(Sheet sheet, Column column, String cell) {
        return problem(sheet, column, cell, false);
    }

    private Optional<String> problem(Sheet sheet, Column column, String cell, boolean input) {
        String problem = cell.length() > LONGEST ? text("too-long", LONGEST, cell.length())
                : input ? inputProblem(sheet, column, cell) : outputProblem(sheet, column, cell);
        return Optional.ofNullable(problem).map(why -> wording.text("tables.finding.cell", column.label(), why));
    }

    private String inputProblem(Sheet sheet, Column column, String cell) {
        Condition condition = Condition.of(cell);
        if (condition.isAny()) {
            return null;
        }
        if (condition.isMissing()) {
            return text("missing");
        }
        String unread = unread(Feel.condition(cell), sheet, column, cell);
        return unread != null ? unread : meaning(column, condition);
    }

    private String meaning(Column column, Condition condition) {
        List<String> values = condition.values();
        return switch (condition.how()) {
            case ONE_OF, NONE_OF -> column.isNumber() || column.kind() == Kind.FLAG || column.kind() == Kind.LISTS ? text("not-words." + column.kind())
                    : values.stream().map(word -> unknown(column, word)).filter(Objects::nonNull).findFirst().orElse(null);
            case EQUAL, MORE, AT_LEAST, LESS, AT_MOST, BETWEEN -> !column.isNumber() ? text("no-number") : order(values);
            case YES, NO -> column.kind() == Kind.FLAG ? null : text("no-flag");
            case SAID, NOT_SAID -> column.isNumber() || column.kind() == Kind.FLAG ? text("no-text") : pattern(values);
            case ON_LIST, NOT_ON_LIST -> column.kind() != Kind.LISTS ? text("no-list")
                    : values.stream().map(list -> unknown(column, list)).filter(Objects::nonNull).findFirst().orElse(null);
            default -> null;
        };
    }

    private String order(List<String> values) {
        return values.size() == 2 && new BigDecimal(values.get(0)).compareTo(new BigDecimal(values.get(1))) > 0
                ? text("wrong-order", values.get(0), values.get(1)) : null;
    }

    private String unknown(Column column, String word) {
        List<String> choices = column.choices();
        return choices.isEmpty() || choices.contains(word) ? null : text("unknown-word", word,
                choices.stream().map(each -> labels.of(column, each)).collect(Collectors.joining(wording.text("tables.separator"))));
    }

    /** Of what is looked for in somebody's words. */
    private String pattern(List<String> alternatives) {
        if (alternatives.stream().anyMatch(String::isBlank)) {
            return text("empty-pattern");
        }
        try {
            Pattern pattern = Pattern.compile(Alternatives.pattern(alternatives));
            TRIALS.forEach(trial -> pattern.matcher(ImpatientText.of(trial)).find());
            return pattern.matcher("").find() ? text("empty-pattern") : null;
        } catch (PatternSyntaxException e) {
            return text("bad-pattern", e.getDescription(), e.getIndex() + 1);
        } catch (ImpatientText.Tired | StackOverflowError e) {
            return text("slow-pattern");
        }
    }

    private String outputProblem(Sheet sheet, Column column, String cell) {
        if (cell.isBlank()) {
            return text("empty");
        }
        String unread = unread(Feel.value(cell), sheet, column, cell);
        if (unread != null) {
            return unread;
        }
        Optional<String> word = Feel.word(cell);
        if (column.isNumber()) {
            return number(column, cell);
        }
        if (word.isEmpty()) {
            boolean free = column.kind() == Kind.TEXT || column.kind() == Kind.TIME;
            return free && !NUMBER.matcher(cell).matches() ? null : text("no-quotes", cell);
        }
        if (word.get().isBlank()) {
            return text("empty");
        }
        String unknown = unknown(column, word.get());
        return unknown != null ? unknown : notUnderstood(column, word.get());
    }

    private String notUnderstood(Column column, String word) {
        if (!column.meant().words().isEmpty() && !column.meant().words().contains(word)) {
            return text("not-understood", word);
        }
        try {
            column.meant().check().accept(word);
            return null;
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    private String number(Column column, String cell) {
        if (!NUMBER.matcher(cell).matches()) {
            return text("not-a-number", cell);
        }
        BigDecimal number = new BigDecimal(cell);
        if (column.kind() == Kind.WHOLE && number.stripTrailingZeros().scale() > 0) {
            return text("not-whole", cell);
        }
        BigDecimal least = column.meant().least();
        BigDecimal most = column.meant().most();
        boolean outside = least != null && number.compareTo(least) < 0 || most != null && number.compareTo(most) > 0;
        return outside ? text("outside", cell, least.toPlainString(), most.toPlainString()) : null;
    }

    /** What the parser says, or which name there is not: to the engine an unknown name is nothing, and the row never applies. */
    private String unread(Feel.Parsed parsed, Sheet sheet, Column column, String cell) {
        if (parsed.wrong().isPresent()) {
            return text("unreadable", cell);
        }
        Set<String> known = Stream.concat(sheet.inputs().stream().flatMap(input -> Feel.value(input.name()).names().stream()),
                OWN_NAMES.stream()).collect(Collectors.toCollection(TreeSet::new));
        return parsed.names().stream().filter(name -> !known.contains(name)).findFirst()
                .map(name -> text(column.isNumber() ? "unknown-name.number" : "unknown-name", name)).orElse(null);
    }

    private String text(String key, Object... arguments) {
        return wording.text("tables.finding." + key, arguments);
    }
}
