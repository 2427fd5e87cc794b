package org.complaintdesk.support;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * The engine's REST and its web applications look for the engine by name in the JVM, where the context started last has put
 * its own: a class that shares an earlier context would speak to the wrong one, which knows nobody signed in.
 */
class EngineOfThisContext implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext test) {
        ProcessEngines.registerProcessEngine(SpringExtension.getApplicationContext(test).getBean(ProcessEngine.class));
    }
}
