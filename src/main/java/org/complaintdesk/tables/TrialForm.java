package org.complaintdesk.tables;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.complaintdesk.platform.AsSystem;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.platform.TableColumn;
import org.complaintdesk.platform.TableColumn.Kind;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** The facts a table is asked about, as a form. */
@Component
class TrialForm {

    private static final int LONGEST = 5_000;

    private final RepositoryService repository;
    private final AsSystem asSystem;
    private final Labels labels;
    private final Wording wording;

    TrialForm(RepositoryService repository, AsSystem asSystem, Labels labels, Wording wording) {
        this.repository = repository;
        this.asSystem = asSystem;
        this.labels = labels;
        this.wording = wording;
    }

    record Field(Column column, List<RowForm.Choice> words, String text) {
    }

    /** @param typed what stands in the fields; empty at first */
    List<Field> of(String base, Sheet sheet, MultiValueMap<String, String> typed) {
        return facts(base, sheet).values().stream().map(column -> new Field(column, words(column).stream()
                .map(word -> new RowForm.Choice(word, labels.of(column, word), typed.getOrDefault(column.name(), List.of()).contains(word))).toList(),
                typed.getFirst(column.name()))).toList();
    }

    private static List<String> words(Column column) {
        return switch (column.kind()) {
            case WORD, LISTS -> column.choices();
            case FLAG -> List.of("true", "false");
            default -> List.of();
        };
    }

    /** What somebody said comes to the table as a text, of which a decision before it makes words. */
    private Map<String, Column> facts(String base, Sheet sheet) {
        Map<String, Column> facts = new LinkedHashMap<>();
        for (Column input : sheet.inputs()) {
            if (input.kind() == Kind.SAID) {
                asSystem.call(() -> repository.getDmnModelInstance(base)).getModelElementsByType(Decision.class).stream()
                        .filter(decision -> decision.getExpression() instanceof LiteralExpression)
                        .flatMap(decision -> Feel.value(((LiteralExpression) decision.getExpression()).getText().getTextContent()).names().stream())
                        .forEach(name -> facts.putIfAbsent(name, new Column(name, wording.text("tables.trial.text"), "string", List.of(), TableColumn.said())));
            } else {
                Feel.value(input.name()).names().forEach(name -> facts.putIfAbsent(name,
                        new Column(name, input.label(), input.type(), input.allowed(), input.meant())));
            }
        }
        return facts;
    }

    /** @return what was typed as the table takes it; what was left out is unknown, a number that is none too */
    Map<String, Object> read(String base, Sheet sheet, MultiValueMap<String, String> typed) {
        Map<String, Object> inputs = new HashMap<>();
        facts(base, sheet).forEach((name, column) -> inputs.put(name, value(column, typed.getOrDefault(name, List.of()))));
        return inputs;
    }

    private static Object value(Column column, List<String> typed) {
        String text = typed.isEmpty() ? null : CleanText.of(typed.get(0));
        return switch (column.kind()) {
            case LISTS -> List.copyOf(typed);
            case FLAG -> text == null ? null : Boolean.valueOf(text);
            case NUMBER -> number(text);
            case WHOLE -> number(text) == null ? null : number(text).intValue();
            default -> text == null ? null : CleanText.cut(text, LONGEST);
        };
    }

    private static BigDecimal number(String text) {
        String plain = text == null ? "" : Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[,\\s元¥]", "");
        return CellChecks.NUMBER.matcher(plain).matches() ? new BigDecimal(plain) : null;
    }
}
