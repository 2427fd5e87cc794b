package org.complaintdesk.platform;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Takes from the engine what lets a request or a model run anything: {@link NoScripts}, {@link ModelExpressions}, {@link NoAskedExpressions}. */
@Component
class HardenedEngine extends AbstractProcessEnginePlugin {

    private final ApplicationContext context;

    HardenedEngine(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setScriptFactory(new NoScripts.NoneWritten());
        engine.setScriptEngineResolver(new NoScripts.NoneRun());
        engine.setExpressionManager(new ModelExpressions(context));
        EngineParts.aroundAll(engine, new NoAskedExpressions());
    }
}
