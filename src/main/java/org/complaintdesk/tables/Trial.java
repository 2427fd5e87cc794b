package org.complaintdesk.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricDecisionInputInstance;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.instance.Input;
import org.complaintdesk.platform.AsSystem;
import org.complaintdesk.platform.TableCases;
import org.complaintdesk.platform.TableCases.AskedCase;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** What a draft would answer, beside what the version in force answers. Nothing is done about it and nothing noted. */
@Component
class Trial {

    private final Tables tables;
    private final TableEngine engine;
    private final List<TableCases> cases;
    private final HistoryService history;
    private final RepositoryService repository;
    private final AsSystem asSystem;
    private final Wording wording;

    Trial(Tables tables, TableEngine engine, List<TableCases> cases, HistoryService history, RepositoryService repository,
            AsSystem asSystem, Wording wording) {
        this.tables = tables;
        this.engine = engine;
        this.cases = cases;
        this.history = history;
        this.repository = repository;
        this.asSystem = asSystem;
        this.wording = wording;
    }

    /** @param before of the version in force */
    record Outcome(AskedCase asked, TableEngine.Answer before, TableEngine.Answer after) {

        boolean isChanged() {
            return !before.results().equals(after.results());
        }
    }

    /**
     * @param after the draft as it would be deployed
     * @throws TableEngine.Refused when the engine cannot answer
     */
    Outcome of(String table, byte[] before, byte[] after, Map<String, Object> inputs) {
        return outcome(engine.read(before, table), engine.read(after, table), new AskedCase("", "", inputs));
    }

    /** @return one for each of the latest cases, the same question asked once only where cases are not known */
    List<Outcome> ofLatest(String table, byte[] before, byte[] after, int atMost) {
        DmnDecision old = engine.read(before, table);
        DmnDecision now = engine.read(after, table);
        return asked(table, atMost).stream().map(asked -> outcome(old, now, asked)).toList();
    }

    private Outcome outcome(DmnDecision old, DmnDecision now, AskedCase asked) {
        return new Outcome(asked, engine.ask(old, asked.inputs()), engine.ask(now, asked.inputs()));
    }

    private List<AskedCase> asked(String table, int atMost) {
        return cases.stream().filter(each -> each.tables().contains(table)).findFirst().map(each -> each.latest(table, atMost))
                .orElseGet(() -> questions(table, atMost));
    }

    /** Questions that the engine noted when they were asked; of tables whose facts no case keeps. */
    private List<AskedCase> questions(String table, int atMost) {
        return asSystem.call(() -> {
            Map<String, String> names = new HashMap<>();
            repository.getDmnModelInstance(tables.inForce(table)).getModelElementsByType(Input.class)
                    .forEach(input -> names.put(input.getId(), input.getInputExpression().getText().getTextContent().strip()));
            Set<Map<String, Object>> seen = new LinkedHashSet<>();
            List<AskedCase> asked = new ArrayList<>();
            for (HistoricDecisionInstance each : history.createHistoricDecisionInstanceQuery().decisionDefinitionKey(table).includeInputs()
                    .orderByEvaluationTime().desc().listPage(0, atMost)) {
                Map<String, Object> inputs = inputs(each, names);
                if (inputs.keySet().containsAll(names.values()) && seen.add(inputs)) {
                    asked.add(new AskedCase(wording.moment(each.getEvaluationTime().toInstant()), null, inputs));
                }
            }
            return asked;
        });
    }

    private static Map<String, Object> inputs(HistoricDecisionInstance asked, Map<String, String> names) {
        Map<String, Object> inputs = new HashMap<>();
        for (HistoricDecisionInputInstance input : asked.getInputs()) {
            if (names.containsKey(input.getClauseId())) {
                inputs.put(names.get(input.getClauseId()), input.getValue());
            }
        }
        return inputs;
    }
}
