package org.complaintdesk.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The turn of one node among those that start at the same moment on one database. The lock belongs to a connection, so
 * a node that dies gives it back.
 */
public final class Turn implements AutoCloseable {

    /** What nodes take turns at; the numbers are any that no other advisory lock of this database uses. */
    public enum Of {
        ENGINE_TABLES(7_240_001L), DOMAIN_TABLES(7_240_002L), CLOCKS(7_240_003L), FORECAST(7_240_004L), SHOPS(7_240_005L),
        STEP_STAYS(7_240_026L), TABLES(7_240_028L), MODELS(7_240_036L);

        private final long lock;

        Of(long lock) {
            this.lock = lock;
        }
    }

    private final Connection holder;
    private final Of what;

    private Turn(Connection holder, Of what) {
        this.holder = holder;
        this.what = what;
    }

    /** Waits until it is this node's turn; closing what is returned ends the turn. */
    public static Turn await(DataSource database, Of what) {
        try {
            Turn turn = new Turn(database.getConnection(), what);
            turn.run("select pg_advisory_lock(" + what.lock + ")");
            return turn;
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be reached, or does not let this node wait its turn", e);
        }
    }

    /** @return empty when another node has its turn; closing what is returned ends the turn */
    public static Optional<Turn> ifFree(DataSource database, Of what) {
        try {
            Connection holder = database.getConnection();
            if (isGranted(holder, what)) {
                return Optional.of(new Turn(holder, what));
            }
            holder.close();
            return Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be reached", e);
        }
    }

    private static boolean isGranted(Connection holder, Of what) throws SQLException {
        try (PreparedStatement ask = holder.prepareStatement("select pg_try_advisory_lock(?)")) {
            ask.setLong(1, what.lock);
            try (ResultSet answer = ask.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    @Override
    public void close() {
        try (holder) {
            run("select pg_advisory_unlock(" + what.lock + ")");
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
