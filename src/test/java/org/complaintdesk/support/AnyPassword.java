package org.complaintdesk.support;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.boot.test.context.TestComponent;

/**
 * Demo people and those of tests may have short passwords. There is no setting for that: what is not in the jar cannot be
 * switched on in production.
 */
@TestComponent
public class AnyPassword extends AbstractProcessEnginePlugin {

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        engine.getProcessEngineConfiguration().setEnablePasswordPolicy(false);
    }
}
