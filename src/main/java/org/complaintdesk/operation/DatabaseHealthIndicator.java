package org.complaintdesk.operation;

import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/**
 * Down when this node does not reach its database within three seconds. It has a connection of its own beside the pool: a
 * node whose connections are all at work is slow, and taking it out of service would only make the others slow too.
 */
@Component
class DatabaseHealthIndicator extends AbstractHealthIndicator {

    private static final String PATIENCE_SECONDS = "3";

    private final JdbcConnectionDetails database;
    private Connection connection;

    DatabaseHealthIndicator(JdbcConnectionDetails database) {
        this.database = database;
    }

    @Override
    protected synchronized void doHealthCheck(Health.Builder health) throws SQLException {
        try {
            if (connection == null) {
                connection = DriverManager.getConnection(database.getJdbcUrl(), properties());
            }
            if (!connection.isValid(Integer.parseInt(PATIENCE_SECONDS))) {
                throw new SQLException("The database does not answer");
            }
            health.up();
        } catch (SQLException away) {
            close();
            throw away;
        }
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("user", database.getUsername());
        if (database.getPassword() != null) {
            properties.setProperty("password", database.getPassword());
        }
        properties.setProperty("ApplicationName", "complaint-desk health");
        for (String wait : new String[] {"connectTimeout", "loginTimeout", "socketTimeout"}) {
            properties.setProperty(wait, PATIENCE_SECONDS);
        }
        return properties;
    }

    @PreDestroy
    synchronized void close() throws SQLException {
        Connection ended = connection;
        connection = null;
        if (ended != null) {
            ended.close();
        }
    }
}
