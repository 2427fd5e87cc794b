package org.complaintdesk.platform;

import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lists of tasks open by priority, then due time, may be sorted by when something is due, and some are of one step only. The
 * engine has no index for any of these: it sorted all open tasks, with all their columns, for each page. They are made when
 * the engine has its tables, which may be before or after ours.
 */
@Component
class TaskIndexes implements SmartInitializingSingleton {

    private static final Map<String, String> INDEXES = Map.of("act_task_by_priority", "priority_ desc, due_date_",
            "act_task_by_due", "due_date_", "act_task_of_step", "task_def_key_");

    private final DataSource database;
    private final JdbcClient jdbc;

    /** @param engine has made its tables */
    TaskIndexes(ProcessEngine engine, DataSource database, JdbcClient jdbc) {
        this.database = database;
        this.jdbc = jdbc;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try (Turn turn = Turn.await(database, Turn.Of.TASK_INDEXES)) {
            INDEXES.forEach(this::make);
        }
    }

    /** Asking first keeps a start from waiting for whoever writes a task. */
    private void make(String name, String columns) {
        if (jdbc.sql("select to_regclass(?) is null").param(name).query(Boolean.class).single()) {
            jdbc.sql("create index %s on act_ru_task (%s)".formatted(name, columns)).update();
        }
    }
}
