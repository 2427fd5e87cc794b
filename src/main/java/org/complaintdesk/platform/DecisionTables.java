package org.complaintdesk.platform;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** The house's decision tables, evaluated in their latest deployed version. */
@Component
public class DecisionTables {

    private final DecisionService decisions;
    private final AsSystem asSystem;

    DecisionTables(DecisionService decisions, AsSystem asSystem) {
        this.decisions = decisions;
        this.asSystem = asSystem;
    }

    /**
     * @param table  the decision's id
     * @param inputs every input the table names; a value may be null
     * @return the outputs of each rule that matched, in the order of the table's hit policy; empty when none did
     */
    public List<Map<String, Object>> evaluate(String table, Map<String, ?> inputs) {
        VariableMap variables = Variables.createVariables();
        inputs.forEach(variables::putValue);
        return asSystem.call(() -> decisions.evaluateDecisionTableByKey(table, variables).getResultList());
    }
}
