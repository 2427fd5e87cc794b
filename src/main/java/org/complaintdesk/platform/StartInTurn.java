package org.complaintdesk.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/**
 * Lets nodes that start at the same moment on one empty database create the engine's tables one after the other; the
 * engine itself would let both try and one fail. The lock belongs to a connection, so a node that dies gives it back.
 */
@Component
class StartInTurn extends AbstractProcessEnginePlugin {

    /** Any number that no other lock of this database uses. */
    private static final long LOCK = 7_240_001L;

    private final DataSource database;
    private Connection holder;

    StartInTurn(DataSource database) {
        this.database = database;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        try {
            holder = database.getConnection();
            run("select pg_advisory_lock(" + LOCK + ")");
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be reached, or does not let this node wait its turn", e);
        }
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        try {
            run("select pg_advisory_unlock(" + LOCK + ")");
            holder.close();
        } catch (SQLException e) {
            throw new IllegalStateException("The turn of this node does not end", e);
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = holder.createStatement()) {
            statement.execute(sql);
        }
    }
}
