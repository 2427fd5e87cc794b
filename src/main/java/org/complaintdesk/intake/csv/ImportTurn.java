package org.complaintdesk.intake.csv;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** One file at a time, so that imports leave room for timers and mail whatever people upload. */
@Component
class ImportTurn {

    /** Any number that no other advisory lock of this database uses. */
    private static final long LOCK = 7_240_010L;

    private final JdbcTemplate database;
    private final TransactionTemplate apart;

    ImportTurn(JdbcTemplate database, PlatformTransactionManager transactions) {
        this.database = database;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @return whether no other file is being taken in; then it stays so until the end of this transaction */
    boolean isOurs() {
        return Boolean.TRUE.equals(database.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, LOCK));
    }

    /** Waits until what is being taken in at this moment has been committed; then nothing is until the end of this transaction. */
    void await() {
        database.query("select pg_advisory_xact_lock(?)", (RowCallbackHandler) row -> { }, LOCK);
    }

    /**
     * Has the database look at its tables. Its cached plans are those of tables as they were when it last looked: nearly
     * empty ones are read from end to end, for every row, until it looks again.
     */
    void lookAtTables() {
        apart.executeWithoutResult(status -> database.execute("analyze"));
    }
}
