package org.complaintdesk.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/** What of the engine's own insides the desk puts something else in the place of; several plugins do, each its own part. */
public final class EngineSessions {

    private EngineSessions() {
    }

    /** @param part the engine's class whose place is taken in every command */
    public static void replace(ProcessEngineConfigurationImpl engine, Class<? extends Session> part, Supplier<? extends Session> ours) {
        List<SessionFactory> factories = new ArrayList<>();
        if (engine.getCustomSessionFactories() != null) {
            factories.addAll(engine.getCustomSessionFactories());
        }
        factories.add(new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return part;
            }

            @Override
            public Session openSession() {
                return ours.get();
            }
        });
        engine.setCustomSessionFactories(factories);
    }
}
