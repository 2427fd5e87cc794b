package org.complaintdesk.platform;

import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.PersistenceSession;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.springframework.stereotype.Component;

/**
 * Before it inserts a row the engine words, with all of the row's values, what would be wrong were its id missing, and then
 * looks whether it is. Here it looks first.
 */
@Component
class QuietInserts extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        EngineParts.replace(engine, DbEntityManager.class, () -> new Entities(engine.getIdGenerator()));
    }

    private static final class Entities extends DbEntityManager {

        private Entities(IdGenerator ids) {
            super(ids, Context.getCommandContext().getSession(PersistenceSession.class));
        }

        @Override
        protected void validateId(DbEntity entity) {
            if (entity.getId() == null || Authorization.ANY.equals(entity.getId())) {
                super.validateId(entity);
            }
        }
    }
}
