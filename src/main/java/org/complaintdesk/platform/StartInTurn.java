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
     * A node's look for work reads only what is due, however many cases are open; lists of tasks are read in each order that
     * Tasklist offers, for one step, what is free in a shop, or by the variables that lists show, and the engine sorted all
     * open tasks for each page (decision 0034). Those variables are short, which the others need not be.
     */
    private static final Map<String, String> INDEXES = Map.of(
            "act_ru_job_due", "act_ru_job (duedate_) where retries_ > 0",
            "act_job_failed", "act_ru_job (retries_) where retries_ = 0 or exception_msg_ is not null",
            "act_task_by_priority", "act_ru_task (priority_ desc, due_date_)",
            "act_task_by_due", "act_ru_task (due_date_)",
            "act_task_by_name", "act_ru_task (name_, id_)",
            "act_task_by_assignee", "act_ru_task (assignee_, id_)",
            "act_task_by_follow_up", "act_ru_task (follow_up_date_, id_)",
            "act_task_of_step", "act_ru_task (task_def_key_)",
            "act_task_free", "act_ru_task (tenant_id_) where assignee_ is null",
            "act_variable_by_text", """
                    act_ru_variable (name_, text_ varchar_pattern_ops, proc_inst_id_)
                    where task_id_ is null and type_ = 'string' and text_ is not null
                      and name_ in ('number', 'orderNumber', 'customerName', 'categoryName', 'severity')""");

    /**
     * In some shops everything is taken, in others nothing. Who does not know that looks for the first free tasks of a shop
     * among all tasks of all shops.
     */
    private static final String FREE_IN_SHOPS = "act_task_free_in_shop";

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
                if (isTrue(tables, "select to_regclass(?) is null", name)) {
                    tables.execute("create index %s on %s".formatted(name, what));
                }
            });
            knowWhatIsFree(tables);
        }
    }

    private static void knowWhatIsFree(JdbcTemplate tables) {
        if (isTrue(tables, """
                select not exists (select from pg_statistic_ext
                    where stxname = ? and stxnamespace = current_schema()::regnamespace)""", FREE_IN_SHOPS)) {
            tables.execute("create statistics %s (mcv) on tenant_id_, assignee_ from act_ru_task".formatted(FREE_IN_SHOPS));
            // What PostgreSQL learns of an empty table is wrong soon.
            if (isTrue(tables, "select exists (select from act_ru_task)")) {
                tables.execute("analyze act_ru_task");
            }
        }
    }

    private static boolean isTrue(JdbcTemplate tables, String question, Object... parameters) {
        return Boolean.TRUE.equals(tables.queryForObject(question, Boolean.class, parameters));
    }
}
