package org.complaintdesk.identity;

import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/**
 * Engine calls that the application answers for itself: the person stays signed in and is noted as the one who acts, but
 * needs no engine permission of their own.
 */
@Component
public class EngineAccess {

    private final ProcessEngineConfigurationImpl engine;

    EngineAccess(ProcessEngine engine) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    public <T> T forTheApplication(Supplier<T> calls) {
        return engine.getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(calls::get));
    }
}
