package org.complaintdesk.platform;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.springframework.stereotype.Component;

/**
 * A flow's executions are few and read together. The engine reads first the one it was asked for, then all of them, as soon as
 * that one's flow matters, which it always does.
 */
@Component
public class WholeFlows extends AbstractProcessEnginePlugin {

    private static final String AROUND = "org.complaintdesk.wholeflows.around";

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        EngineParts.replace(engine, ExecutionManager.class, Together::new);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        EngineParts.addStatements(engine, "platform/whole-flows.xml");
    }

    /**
     * For the command at work, to which its flows belong from then on.
     *
     * @param statement gives executions, all of a flow if any
     */
    @SuppressWarnings("unchecked")
    public static List<ExecutionEntity> read(String statement, String asked) {
        DbEntityManager rows = Context.getCommandContext().getDbEntityManager();
        Set<String> inHand = rows.getCachedEntitiesByType(ExecutionEntity.class).stream().map(ExecutionEntity::getProcessInstanceId)
                .collect(Collectors.toSet());
        List<ExecutionEntity> read = rows.selectList(statement, asked);
        read.stream().filter(ExecutionEntity::isProcessInstanceExecution).filter(flow -> !inHand.contains(flow.getId()))
                .forEach(flow -> putTogether(flow, read));
        return read;
    }

    /** Only what no one has in hand: what the command has changed of a flow is not what the database says of it. */
    private static void putTogether(ExecutionEntity flow, List<ExecutionEntity> read) {
        flow.restoreProcessInstance(read.stream().filter(each -> flow.getId().equals(each.getProcessInstanceId())).toList(),
                null, null, null, null, null, null);
    }

    private static final class Together extends ExecutionManager {

        @Override
        public ExecutionEntity findExecutionById(String id) {
            if (id == null || getDbEntityManager().getCachedEntity(ExecutionEntity.class, id) != null) {
                return super.findExecutionById(id);
            }
            return read(AROUND, id).stream().filter(each -> id.equals(each.getId())).findFirst().orElse(null);
        }
    }
}
