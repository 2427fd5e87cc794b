package org.complaintdesk.tables;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.springframework.stereotype.Component;

/**
 * The engine's own decision engine beside the process engine: it answers for tables that are not deployed, writes no
 * history and tells which rows applied. It runs no scripts.
 */
@Component
class TableEngine {

    private final ThreadLocal<List<String>> applied = ThreadLocal.withInitial(ArrayList::new);
    private final DmnEngine engine;

    TableEngine() {
        DefaultDmnEngineConfiguration settings = new DefaultDmnEngineConfiguration();
        settings.setScriptEngineResolver(language -> {
            throw new ProcessEngineException("No scripts: " + language);
        });
        settings.setCustomPostDecisionTableEvaluationListeners(List.of(this::note));
        engine = settings.buildEngine();
    }

    /** It cannot be read or asked; the message is the engine's. */
    static class Refused extends RuntimeException {

        Refused(RuntimeException cause) {
            super(cause.getMessage(), cause);
        }
    }

    /**
     * @param results the outputs of each row that applied, in the order of the hit policy
     * @param rules   the ids of these rows
     */
    record Answer(List<Map<String, Object>> results, List<String> rules) {
    }

    /** @throws Refused when the engine cannot read it */
    DmnDecision read(byte[] file, String table) {
        try {
            return engine.parseDecision(table, new ByteArrayInputStream(file));
        } catch (DmnEngineException e) {
            throw new Refused(e);
        }
    }

    /** @throws Refused when a cell fails, or rows apply of which only one may */
    Answer ask(DmnDecision table, Map<String, ?> inputs) {
        applied.get().clear();
        try {
            Map<String, Object> asked = new HashMap<>(inputs);
            List<Map<String, Object>> results = engine.evaluateDecisionTable(table, asked).getResultList();
            return new Answer(results, List.copyOf(applied.get()));
        } catch (DmnEngineException | FeelException | ProcessEngineException e) {
            throw new Refused(e);
        } finally {
            applied.remove();
        }
    }

    private void note(DmnDecisionTableEvaluationEvent event) {
        event.getMatchingRules().forEach(rule -> applied.get().add(rule.getId()));
    }
}
