package org.complaintdesk.tables;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** A table, and what differs between two, in words for the pages. */
@Component
class Grid {

    private static final int SHORT = 70;

    private final Labels labels;
    private final Wording wording;

    Grid(Labels labels, Wording wording) {
        this.labels = labels;
        this.wording = wording;
    }

    /** @param whole null when the text is all there is */
    record Cell(String text, String whole, boolean any, boolean formula) {
    }

    /** @param change what became of it since the draft was begun; null for nothing */
    record Row(int number, String id, List<Cell> in, List<Cell> out, String note, Comparison.Kind change, List<Finding> findings) {

        public boolean isRefused() {
            return findings.stream().anyMatch(Finding::refused);
        }
    }

    record Change(String column, String before, String after) {
    }

    record Line(Comparison.Kind kind, String where, String rule, List<Change> changes) {
    }

    List<Row> rows(Sheet sheet, Comparison since, List<Finding> findings) {
        Map<String, Comparison.Kind> changed = since.lines().stream().filter(line -> line.now() != null)
                .collect(Collectors.toMap(line -> line.now().id(), Comparison.Line::kind, (one, other) -> one));
        return IntStream.range(0, sheet.rules().size()).mapToObj(i -> {
            Rule rule = sheet.rules().get(i);
            return new Row(i + 1, rule.id(), cells(sheet, sheet.inputs(), rule.in(), true),
                    cells(sheet, sheet.outputs(), rule.out(), false), rule.note(),
                    changed.get(rule.id()), findings.stream().filter(finding -> rule.id().equals(finding.rule())).toList());
        }).toList();
    }

    private List<Cell> cells(Sheet sheet, List<Column> columns, List<String> cells, boolean inputs) {
        return IntStream.range(0, columns.size()).mapToObj(i -> cell(sheet, columns.get(i), cells.get(i), inputs)).toList();
    }

    private Cell cell(Sheet sheet, Column column, String cell, boolean input) {
        Condition is = input ? Condition.of(cell) : null;
        boolean formula = input ? is.how() == Condition.How.FORMULA && is.comparison().isEmpty()
                : Feel.word(cell).isEmpty() && !column.isNumber();
        String text = text(sheet, column, cell, input);
        return new Cell(text.length() > SHORT ? text.substring(0, SHORT) + "…" : text, text.length() > SHORT ? text : null,
                input && is.isAny(), formula);
    }

    private String text(Sheet sheet, Column column, String cell, boolean input) {
        if (!input) {
            return cell.isEmpty() ? wording.text("tables.missing") : labels.value(column, cell);
        }
        Condition is = Condition.of(cell);
        return is.isMissing() ? wording.text("tables.missing") : labels.of(sheet.inputs(), column, is);
    }

    List<Line> lines(Sheet before, Sheet after) {
        return Comparison.of(before, after).lines().stream().map(line -> line(after, line)).toList();
    }

    private Line line(Sheet sheet, Comparison.Line line) {
        String where = switch (line.kind()) {
            case ADDED -> wording.text("tables.line.ADDED", line.after());
            case REMOVED -> wording.text("tables.line.REMOVED", line.before());
            case MOVED -> wording.text("tables.line.MOVED", line.before(), line.after());
            case CHANGED -> line.before() == line.after() ? wording.text("tables.line.CHANGED", line.after())
                    : wording.text("tables.line.CHANGED.moved", line.before(), line.after());
        };
        return new Line(line.kind(), where, sentence(sheet, Objects.requireNonNullElse(line.now(), line.old())),
                line.kind() != Comparison.Kind.CHANGED ? List.of() : line.cells().stream().map(cell -> change(sheet, line, cell)).toList());
    }

    private Change change(Sheet sheet, Comparison.Line line, int cell) {
        if (cell < 0) {
            return new Change(wording.text("tables.note"), line.old().note(), line.now().note());
        }
        boolean input = cell < sheet.inputs().size();
        Column column = input ? sheet.inputs().get(cell) : sheet.outputs().get(cell - sheet.inputs().size());
        return new Change(column.label(), text(sheet, column, cell(line.old(), cell), input),
                text(sheet, column, cell(line.now(), cell), input));
    }

    private static String cell(Rule rule, int cell) {
        return cell < rule.in().size() ? rule.in().get(cell) : rule.out().get(cell - rule.in().size());
    }

    /** @return the whole row in one line */
    String sentence(Sheet sheet, Rule rule) {
        String conditions = IntStream.range(0, rule.in().size()).filter(i -> !Condition.of(rule.in().get(i)).isAny())
                .mapToObj(i -> wording.text("tables.fact", sheet.inputs().get(i).label(),
                        text(sheet, sheet.inputs().get(i), rule.in().get(i), true)))
                .collect(Collectors.joining(wording.text("tables.then")));
        String results = results(sheet, rule.out());
        return (conditions.isEmpty() ? wording.text("tables.always") : conditions) + " → " + results;
    }

    private String results(Sheet sheet, List<String> out) {
        return IntStream.range(0, out.size()).mapToObj(i -> text(sheet, sheet.outputs().get(i), out.get(i), false))
                .collect(Collectors.joining(wording.text("tables.then")));
    }

    /** @return what the engine answered: one line for each row that applied, with the row's number */
    List<String> answer(Sheet sheet, TableEngine.Answer answer) {
        if (answer.rules().isEmpty()) {
            return List.of(wording.text("tables.trial.none"));
        }
        return answer.rules().stream().map(sheet::rule).flatMap(rule -> rule.stream())
                .map(rule -> wording.text("tables.trial.row", sheet.place(rule.id()) + 1, results(sheet, rule.out()))).toList();
    }

    /** @return the facts of a question that are known, in the order of the table's inputs */
    String facts(List<TrialForm.Field> fields, Map<String, Object> inputs) {
        return fields.stream().filter(field -> inputs.get(field.column().name()) != null)
                .map(field -> wording.text("tables.fact", field.column().label(), fact(field.column(), inputs.get(field.column().name()))))
                .collect(Collectors.joining(wording.text("tables.then")));
    }

    private String fact(Column column, Object value) {
        Stream<?> values = value instanceof List<?> several ? several.stream() : Stream.of(value);
        String text = values.map(each -> labels.of(column, String.valueOf(each))).collect(Collectors.joining(wording.text("tables.separator")));
        return text.length() > SHORT ? text.substring(0, SHORT) + "…" : text.isEmpty() ? "–" : text;
    }
}
