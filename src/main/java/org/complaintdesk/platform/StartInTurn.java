package org.complaintdesk.platform;

import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/**
 * Lets nodes that start at the same moment on one empty database create the engine's tables one after the other; the
 * engine itself would let both try and one fail.
 */
@Component
class StartInTurn extends AbstractProcessEnginePlugin {

    private final DataSource database;
    private Turn turn;

    StartInTurn(DataSource database) {
        this.database = database;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        turn = Turn.await(database, Turn.Of.ENGINE_TABLES);
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        turn.close();
    }
}
