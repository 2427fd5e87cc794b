package org.complaintdesk.platform;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.HistoryLevelAudit;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.springframework.stereotype.Component;

/**
 * The engine's history of flows, steps and tasks; what was entered and shown on the way stands in our own tables, where it
 * is also erased. Of variables nothing is kept: what belongs to a case is found by business keys.
 * Gateways that choose are left out: they take no time, and which way was chosen can be seen from what came next. So are the
 * event a flow begins with and the one with which all of it ends, which the flow's own row tells. Who has a task is written to the
 * task's row whenever it changes, to that of the step only when it ends.
 */
@Component
class DeskHistory extends AbstractProcessEnginePlugin {

    private static final Set<HistoryEventTypes> OF_WHAT_WAS_SAID = EnumSet.of(HistoryEventTypes.VARIABLE_INSTANCE_CREATE,
            HistoryEventTypes.VARIABLE_INSTANCE_UPDATE, HistoryEventTypes.VARIABLE_INSTANCE_MIGRATE,
            HistoryEventTypes.VARIABLE_INSTANCE_DELETE, HistoryEventTypes.FORM_PROPERTY_UPDATE);

    private static final Set<HistoryEventTypes> OF_STEPS = EnumSet.of(HistoryEventTypes.ACTIVITY_INSTANCE_START,
            HistoryEventTypes.ACTIVITY_INSTANCE_UPDATE, HistoryEventTypes.ACTIVITY_INSTANCE_MIGRATE,
            HistoryEventTypes.ACTIVITY_INSTANCE_END);

    private static final Set<String> ENDS_OF_FLOWS = Set.of(ActivityTypes.START_EVENT, ActivityTypes.START_EVENT_MESSAGE,
            ActivityTypes.END_EVENT_NONE);

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<HistoryLevel> levels = EngineParts.present(engine.getCustomHistoryLevels());
        levels.add(new Level());
        engine.setCustomHistoryLevels(levels);
        engine.setHistoryEventProducer(new Producer());
        List<HistoryEventHandler> writers = EngineParts.present(engine.getCustomHistoryEventHandlers());
        writers.add(new Writer());
        engine.setCustomHistoryEventHandlers(writers);
        engine.setEnableDefaultDbHistoryEventHandler(false);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        EngineParts.addStatements(engine, "platform/history.xml");
        Map<Class<?>, String> updates = engine.getDbSqlSessionFactory().getUpdateStatements();
        updates.put(HistoricActivityInstanceEventEntity.class, "org.complaintdesk.history.step");
        updates.put(HistoricTaskInstanceEventEntity.class, "org.complaintdesk.history.task");
    }

    /** When a row is to be removed is written with it, so a change of it need not ask; nor is what is deployed read again. */
    private static final class Producer extends CacheAwareHistoryEventProducer {

        @Override
        protected void provideRemovalTime(HistoryEvent event) {
            if (!isChange(event)) {
                super.provideRemovalTime(event);
            }
        }

        @Override
        protected ProcessDefinitionEntity getProcessDefinitionEntity(String id) {
            ProcessDefinitionEntity known = id == null ? null : KnownDefinitions.inMemory(id);
            return known == null ? super.getProcessDefinitionEntity(id) : known;
        }

        /** Who has a task says the task. */
        @Override
        public HistoryEvent createActivityInstanceUpdateEvt(DelegateExecution execution, DelegateTask task) {
            HistoryEvent step = super.createActivityInstanceUpdateEvt(execution, task);
            if (task != null) {
                ((HistoricActivityInstanceEventEntity) step).setTaskAssignee(null);
            }
            return step;
        }
    }

    /**
     * When a step or task began nobody asks: the database works out how long it took. Where it ends in the command in which it
     * was changed already, that statement says all of it.
     */
    private static final class Writer extends DbHistoryEventHandler {

        @Override
        protected void insertOrUpdate(HistoryEvent event) {
            DbEntityManager rows = getDbEntityManager();
            if (isOfStepOrTask(event) && !isInitialEvent(event) && rows.getCachedEntity(event.getClass(), event.getId()) == null) {
                rows.merge(event);
            } else {
                super.insertOrUpdate(event);
            }
        }

        private static boolean isOfStepOrTask(HistoryEvent event) {
            return event instanceof HistoricActivityInstanceEventEntity || event instanceof HistoricTaskInstanceEventEntity;
        }
    }

    private static boolean isChange(HistoryEvent event) {
        return event.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_UPDATE) || event.isEventOfType(HistoryEventTypes.TASK_INSTANCE_UPDATE);
    }

    /** To a database, and to nodes of the version before, it is the engine's level {@code audit}. */
    private static final class Level extends HistoryLevelAudit {

        @Override
        public String getName() {
            return "desk";
        }

        @Override
        public boolean isHistoryEventProduced(HistoryEventType what, Object about) {
            return !OF_WHAT_WAS_SAID.contains(what) && super.isHistoryEventProduced(what, about)
                    && !(OF_STEPS.contains(what) && about instanceof ExecutionEntity flow && isToldElsewhere(what, flow));
        }

        private static boolean isToldElsewhere(HistoryEventType what, ExecutionEntity flow) {
            Object type = flow.getActivity() == null ? null : flow.getActivity().getProperty("type");
            return ActivityTypes.GATEWAY_EXCLUSIVE.equals(type)
                    || ENDS_OF_FLOWS.contains(type) && flow.isProcessInstanceExecution()
                    || ActivityTypes.TASK_USER_TASK.equals(type) && HistoryEventTypes.ACTIVITY_INSTANCE_UPDATE == what && !isNew(flow);
        }

        /** Whether the row of the step is written in this command: then it says which task it is. */
        private static boolean isNew(ExecutionEntity flow) {
            return Context.getCommandContext().getDbEntityManager()
                    .getCachedEntity(HistoricActivityInstanceEventEntity.class, flow.getActivityInstanceId()) != null;
        }
    }
}
