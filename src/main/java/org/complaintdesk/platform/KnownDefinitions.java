package org.complaintdesk.platform;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/** What is deployed is not read again for each step: a model's version never changes. What can be changed of it is heard of. */
@Component
class KnownDefinitions extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        KnownJobDefinitions jobs = new KnownJobDefinitions(System::nanoTime);
        EngineParts.replace(engine, ProcessDefinitionManager.class, OfRunningFlows::new);
        EngineParts.replace(engine, JobDefinitionManager.class, jobs::manager);
    }

    /** @return null when this node has not needed it yet */
    static ProcessDefinitionEntity inMemory(String id) {
        return Context.getProcessEngineConfiguration().getDeploymentCache().getProcessDefinitionCache().get(id);
    }

    /**
     * The definition of a flow that runs is the one in memory. Whether a definition is suspended matters to flows that begin, and for
     * those it is read, as ever; one that runs is suspended by itself.
     */
    private static final class OfRunningFlows extends ProcessDefinitionManager {

        @Override
        public ProcessDefinitionEntity findLatestProcessDefinitionById(String id) {
            ProcessDefinitionEntity known = isInHand(id) ? inMemory(id) : null;
            return known == null ? super.findLatestProcessDefinitionById(id) : known;
        }

        private boolean isInHand(String definition) {
            return getDbEntityManager().getCachedEntitiesByType(ExecutionEntity.class).stream()
                    .anyMatch(flow -> definition.equals(flow.getProcessDefinitionId()))
                    || getDbEntityManager().getCachedEntitiesByType(TaskEntity.class).stream()
                    .anyMatch(task -> definition.equals(task.getProcessDefinitionId()));
        }
    }
}
