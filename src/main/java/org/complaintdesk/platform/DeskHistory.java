package org.complaintdesk.platform;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.HistoryLevelAudit;
import org.camunda.bpm.engine.impl.history.event.HistoricScopeInstanceEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/**
 * The engine's history of flows, steps and tasks; what was entered and shown on the way stands in our own tables, where it
 * is also erased. Of variables nothing is kept: what belongs to a case is found by business keys.
 * Gateways that choose are left out: they take no time, and which way was chosen can be seen from what came next.
 */
@Component
class DeskHistory extends AbstractProcessEnginePlugin {

    private static final Set<HistoryEventTypes> OF_WHAT_WAS_SAID = EnumSet.of(HistoryEventTypes.VARIABLE_INSTANCE_CREATE,
            HistoryEventTypes.VARIABLE_INSTANCE_UPDATE, HistoryEventTypes.VARIABLE_INSTANCE_MIGRATE,
            HistoryEventTypes.VARIABLE_INSTANCE_DELETE, HistoryEventTypes.FORM_PROPERTY_UPDATE);

    private static final Set<HistoryEventTypes> OF_STEPS = EnumSet.of(HistoryEventTypes.ACTIVITY_INSTANCE_START,
            HistoryEventTypes.ACTIVITY_INSTANCE_UPDATE, HistoryEventTypes.ACTIVITY_INSTANCE_MIGRATE,
            HistoryEventTypes.ACTIVITY_INSTANCE_END);

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

    /** When a row is to be removed is written with it, so a change of it need not ask. */
    private static final class Producer extends CacheAwareHistoryEventProducer {

        @Override
        protected void provideRemovalTime(HistoryEvent event) {
            if (!isChange(event)) {
                super.provideRemovalTime(event);
            }
        }
    }

    /**
     * When something began is read where it ends, for its duration. The engine reads it at every change, for the case that the
     * end comes in the same command; so does this one then.
     */
    private static final class Writer extends DbHistoryEventHandler {

        @Override
        protected void insertOrUpdate(HistoryEvent event) {
            DbEntityManager rows = getDbEntityManager();
            boolean known = rows.getCachedEntity(event.getClass(), event.getId()) != null;
            if (isChange(event) && !known) {
                rows.merge(event);
                return;
            }
            if (known && event instanceof HistoricScopeInstanceEvent stay && stay.getEndTime() != null && stay.getStartTime() == null) {
                DbEntity begun = Context.getCommandContext().getDbSqlSession().selectById(event.getClass(), event.getId());
                stay.setStartTime(begun == null ? null : ((HistoricScopeInstanceEvent) begun).getStartTime());
            }
            super.insertOrUpdate(event);
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
            return !OF_WHAT_WAS_SAID.contains(what) && !(OF_STEPS.contains(what) && isChoice(about))
                    && super.isHistoryEventProduced(what, about);
        }

        private static boolean isChoice(Object about) {
            return about instanceof ExecutionEntity execution && execution.getActivity() != null
                    && ActivityTypes.GATEWAY_EXCLUSIVE.equals(execution.getActivity().getProperty("type"));
        }
    }
}
