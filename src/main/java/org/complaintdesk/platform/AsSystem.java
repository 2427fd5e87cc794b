package org.complaintdesk.platform;

import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Lets the desk's own code use the engine in its own name while a person is signed in: the person is still the one who
 * acts and is noted as such, but needs no engine permission. The caller has checked before that they may do what
 * follows.
 */
@Component
public class AsSystem {

    private final ObjectProvider<ProcessEngine> engine;

    AsSystem(ObjectProvider<ProcessEngine> engine) {
        this.engine = engine;
    }

    public <T> T call(Supplier<T> work) {
        return ((ProcessEngineConfigurationImpl) engine.getObject().getProcessEngineConfiguration())
                .getCommandExecutorTxRequired().execute(context -> context.runWithoutAuthorization(work::get));
    }

    public void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }
}
