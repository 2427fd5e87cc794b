package org.complaintdesk.bench.contender;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.complaintdesk.support.SqlCounts;

/** The database of a bare engine, as the first argument of its process names it; {@code -Dbench.listen=true} listens to it. */
public final class BareDatabase {

    /** The desk's own limit. */
    private static final int CONNECTIONS = 30;

    private BareDatabase() {
    }

    public static DataSource of(String url) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url);
        pool.setUsername("postgres");
        pool.setPassword("postgres");
        pool.setMaximumPoolSize(CONNECTIONS);
        DataSource source = new HikariDataSource(pool);
        return Boolean.getBoolean("bench.listen") ? SqlCounts.watched(source) : source;
    }
}
