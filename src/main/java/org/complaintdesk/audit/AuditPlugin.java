package org.complaintdesk.audit;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserOperationLogManager;
import org.complaintdesk.platform.EngineParts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Has the engine tell {@link EngineChanges} where it would write its own log of what people do. */
@Component
class AuditPlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<AuditLog> audit;

    AuditPlugin(ObjectProvider<AuditLog> audit) {
        this.audit = audit;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        EngineParts.replace(engine, UserOperationLogManager.class, () -> new EngineChanges(audit));
    }
}
