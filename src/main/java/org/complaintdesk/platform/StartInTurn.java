package org.complaintdesk.platform;

import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Lets nodes that start at the same moment on one empty database create the engine's tables one after the other; the
 * engine itself would let both try and one fail. What the engine's tables lack is added in the same turn; our migrations come
 * before there are any.
 */
@Component
class StartInTurn extends AbstractProcessEnginePlugin {

    /** What is due among all that will be some day: a node's look for work reads only that, however many cases are open. */
    private static final String DUE_JOBS = "create index act_ru_job_due on act_ru_job (duedate_) where retries_ > 0";
    private static final String IS_MISSING = "select to_regclass('act_ru_job') is not null and to_regclass('act_ru_job_due') is null";

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
        try (Turn ours = turn) {
            JdbcTemplate tables = new JdbcTemplate(database);
            // Asked first: to create one that is there would wait for everybody who writes.
            if (Boolean.TRUE.equals(tables.queryForObject(IS_MISSING, Boolean.class))) {
                tables.execute(DUE_JOBS);
            }
        }
    }
}
