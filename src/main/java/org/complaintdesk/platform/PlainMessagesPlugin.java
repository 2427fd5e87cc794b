package org.complaintdesk.platform;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;

/**
 * Puts {@link PlainFailures} and {@link ServedAgain} around the engine's commands, and {@link PlainMessages} inside the
 * engine's command context, so that a person's mistake is rolled back like any failure but not logged as an error of the
 * engine.
 */
@Component
class PlainMessagesPlugin extends AbstractProcessEnginePlugin {

    private final Wording wording;

    PlainMessagesPlugin(Wording wording) {
        this.wording = wording;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        EngineParts.around(engine, new PlainFailures(engine.getIdentityService(), wording), new ServedAgain());
        engine.setCustomPostCommandInterceptorsTxRequired(withPlainMessages(engine.getCustomPostCommandInterceptorsTxRequired()));
        engine.setCustomPostCommandInterceptorsTxRequiresNew(withPlainMessages(engine.getCustomPostCommandInterceptorsTxRequiresNew()));
    }

    private static List<CommandInterceptor> withPlainMessages(List<CommandInterceptor> present) {
        List<CommandInterceptor> all = EngineParts.present(present);
        all.add(new PlainMessages());
        return all;
    }
}
