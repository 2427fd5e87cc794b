package org.complaintdesk.casework;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.complaintdesk.platform.EngineParts;
import org.complaintdesk.platform.WholeFlows;
import org.springframework.stereotype.Component;

/** What runs for a case, as the command at work has it in its hands: what is changed there is written when it ends. */
@Component
class CaseFlows extends AbstractProcessEnginePlugin {

    private static final String STATEMENTS = "casework/case-flows.xml";
    private static final String NAMESPACE = "org.complaintdesk.caseflows.";

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        EngineParts.addStatements(engine, STATEMENTS);
    }

    List<ExecutionEntity> flows(String caseNumber) {
        return WholeFlows.read(NAMESPACE + "flows", caseNumber).stream().filter(ExecutionEntity::isProcessInstanceExecution).toList();
    }

    @SuppressWarnings("unchecked")
    List<TaskEntity> tasks(String caseNumber) {
        return rows().selectList(NAMESPACE + "tasks", caseNumber);
    }

    List<TimerEntity> timers(ExecutionEntity flow) {
        return Context.getCommandContext().getJobManager().findJobsByProcessInstanceId(flow.getId()).stream()
                .filter(TimerEntity.class::isInstance).map(TimerEntity.class::cast).toList();
    }

    private static DbEntityManager rows() {
        return Context.getCommandContext().getDbEntityManager();
    }
}
