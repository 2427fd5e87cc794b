package org.complaintdesk.platform;

import java.util.Map;
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

    /**
     * A node's look for work reads only what is due, however many cases are open; lists of tasks are read by priority and due
     * time, by due time alone, or for one step, and the engine sorted all open tasks for each page (decision 0034).
     */
    private static final Map<String, String> INDEXES = Map.of(
            "act_ru_job_due", "act_ru_job (duedate_) where retries_ > 0",
            "act_task_by_priority", "act_ru_task (priority_ desc, due_date_)",
            "act_task_by_due", "act_ru_task (due_date_)",
            "act_task_of_step", "act_ru_task (task_def_key_)");

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
            INDEXES.forEach((name, what) -> {
                // Asked first: to create one that is there would wait for everybody who writes.
                if (Boolean.TRUE.equals(tables.queryForObject("select to_regclass(?) is null", Boolean.class, name))) {
                    tables.execute("create index %s on %s".formatted(name, what));
                }
            });
        }
    }
}
