package org.complaintdesk.identity;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.platform.DeskProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * To which shop a flow belongs when it starts. It is the shop that the flow is started with, as a form's field or, by the
 * desk's own code, as a transient variable that is stored nowhere. What is only about a case, a message for instance,
 * belongs to the case's: known without asking when the case itself starts it. Flows that a flow calls inherit; the engine
 * sees to that.
 */
@Component
class ShopOfFlow implements TenantIdProvider {

    /** The case a flow is about. */
    private static final String CASE = "number";

    private final Set<String> configured;
    private final ObjectProvider<JdbcClient> jdbc;

    /** The engine is built before our tables are migrated; they are asked when flows start. */
    ShopOfFlow(DeskProperties desk, ObjectProvider<JdbcClient> jdbc) {
        this.configured = new HashSet<>(ShopNames.of(desk));
        this.jdbc = jdbc;
    }

    @Override
    public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext start) {
        if (configured.isEmpty() || start.getSuperExecution() != null) {
            return null;
        }
        Map<String, Object> variables = start.getVariables();
        String shop = variables.containsKey(Shops.VARIABLE) ? CleanText.of(String.valueOf(variables.get(Shops.VARIABLE)))
                : variables.get(CASE) instanceof String number ? ofCase(number) : null;
        return configured.contains(shop) ? shop : null;
    }

    private String ofCase(String number) {
        BpmnExecutionContext acting = Context.getBpmnExecutionContext();
        if (acting != null && number.equals(acting.getExecution().getProcessBusinessKey())) {
            return acting.getExecution().getTenantId();
        }
        return jdbc.getObject().sql("select shop from case_shop where number = ?").param(number).query(String.class).optional().orElse(null);
    }

    @Override
    public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext start) {
        return null;
    }

    /** What a flow's own code asks a table, the engine does not know to be the flow's. */
    @Override
    public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext decided) {
        BpmnExecutionContext acting = Context.getBpmnExecutionContext();
        return acting == null ? null : acting.getExecution().getTenantId();
    }
}
