package org.complaintdesk.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.complaintdesk.platform.TableColumn.Kind;
import org.complaintdesk.platform.TableUnderCheck;
import org.complaintdesk.platform.TableUse;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** Whether a version of a table can be put in force: its cells, its rows beside each other, and what its users need. */
@Component
class TableChecks {

    static final int MOST_ROWS = 300;

    private final CellChecks cells;
    private final TableEngine engine;
    private final Labels labels;
    private final Wording wording;

    TableChecks(CellChecks cells, TableEngine engine, Labels labels, Wording wording) {
        this.cells = cells;
        this.engine = engine;
        this.labels = labels;
        this.wording = wording;
    }

    /**
     * @param file  the table as it would be deployed
     * @param shape of the table that came with the software
     * @return refusals first, in the table's order; empty when there is nothing to say
     */
    List<Finding> of(Sheet sheet, byte[] file, String shape, TableUse use) {
        if (!sheet.shape().equals(shape)) {
            return List.of(Finding.wrong(null, text("shape")));
        }
        if (sheet.rules().isEmpty() || sheet.rules().size() > MOST_ROWS) {
            return List.of(Finding.wrong(null, text("rows", MOST_ROWS, sheet.rules().size())));
        }
        List<Finding> found = new ArrayList<>();
        sheet.rules().forEach(rule -> cells(sheet, rule, found));
        if (found.isEmpty()) {
            rows(sheet, found);
        }
        if (found.stream().noneMatch(Finding::refused)) {
            use(sheet, file, use, found);
        }
        return found.stream().sorted((one, other) -> Boolean.compare(other.refused(), one.refused())).toList();
    }

    private void cells(Sheet sheet, Rule rule, List<Finding> found) {
        for (int i = 0; i < sheet.inputs().size(); i++) {
            cells.condition(sheet, sheet.inputs().get(i), rule.in().get(i)).ifPresent(why -> found.add(Finding.wrong(rule.id(), why)));
        }
        for (int i = 0; i < sheet.outputs().size(); i++) {
            cells.value(sheet, sheet.outputs().get(i), rule.out().get(i)).ifPresent(why -> found.add(Finding.wrong(rule.id(), why)));
        }
    }

    private void rows(Sheet sheet, List<Finding> found) {
        List<List<Condition>> rows = sheet.rules().stream().map(rule -> rule.in().stream().map(Condition::of).toList()).toList();
        for (int i = 0; i < rows.size(); i++) {
            String rule = sheet.rules().get(i).id();
            if (sheet.hit() == Sheet.Hit.UNIQUE) {
                Rows.meets(rows, i).ifPresent(before -> found.add(Finding.wrong(rule, text("meets", before + 1))));
            } else if (sheet.hit() == Sheet.Hit.FIRST) {
                Rows.coverOf(rows, i).ifPresent(before -> found.add(Finding.strange(rule, text("never", before + 1))));
            }
            if (sheet.rules().get(i).note().isBlank()) {
                found.add(Finding.strange(rule, text("no-note")));
            }
        }
        Rows.gap(rows, sheet.inputs().stream().map(TableChecks::words).toList()).ifPresent(gap -> found.add(Finding.wrong(null, gap(sheet, gap))));
    }

    private static List<String> words(Column input) {
        return input.kind() == Kind.FLAG ? List.of("true", "false") : input.isNumber() ? List.of() : input.choices();
    }

    private String gap(Sheet sheet, List<String> gap) {
        String what = IntStream.range(0, gap.size()).filter(i -> !gap.get(i).isEmpty())
                .mapToObj(i -> wording.text("tables.finding.is", sheet.inputs().get(i).label(), labels.of(sheet.inputs().get(i), gap.get(i))))
                .collect(Collectors.joining(wording.text("tables.separator")));
        return what.isEmpty() ? text("no-last-row") : text("gap", what);
    }

    private void use(Sheet sheet, byte[] file, TableUse use, List<Finding> found) {
        try {
            use.check(new UnderCheck(sheet, engine.read(file, sheet.id()), found));
        } catch (TableEngine.Refused e) {
            found.add(Finding.wrong(null, text("engine", e.getMessage())));
        }
    }

    private String text(String key, Object... arguments) {
        return wording.text("tables.finding." + key, arguments);
    }

    private final class UnderCheck implements TableUnderCheck {

        private final Sheet sheet;
        private final DmnDecision table;
        private final List<Finding> found;

        UnderCheck(Sheet sheet, DmnDecision table, List<Finding> found) {
            this.sheet = sheet;
            this.table = table;
            this.found = found;
        }

        @Override
        public List<Map<String, Object>> rules() {
            return sheet.rules().stream().map(rule -> IntStream.range(0, rule.out().size()).boxed()
                    .collect(Collectors.<Integer, String, Object>toMap(i -> sheet.outputs().get(i).name(),
                            i -> Feel.word(rule.out().get(i)).orElse(rule.out().get(i))))).toList();
        }

        @Override
        public boolean mayApply(int rule, String input, String word) {
            Condition asked = new Condition(Condition.How.ONE_OF, List.of(word));
            return IntStream.range(0, sheet.inputs().size()).filter(i -> sheet.inputs().get(i).name().equals(input))
                    .allMatch(i -> Condition.of(sheet.rules().get(rule).in().get(i)).mayMeet(asked));
        }

        @Override
        public List<Map<String, Object>> evaluate(Map<String, ?> inputs) {
            return engine.ask(table, inputs).results();
        }

        @Override
        public void refuse(int rule, String why) {
            found.add(Finding.wrong(Optional.of(rule).filter(i -> i >= 0).map(i -> sheet.rules().get(i).id()).orElse(null), why));
        }
    }
}
