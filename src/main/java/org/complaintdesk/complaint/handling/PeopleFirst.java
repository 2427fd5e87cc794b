package org.complaintdesk.complaint.handling;

import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Whose turn it is on a case when a person and a timer come at the same second: the person's. Who takes a step of a case
 * holds its row; people wait for each other there. A timer does not wait, and when it had come first but somebody waits by
 * the time it is done, it gives up what it did. Either way the engine tries the timer again at once, without counting a
 * failure, and by then the step may have ended it.
 */
@Component
class PeopleFirst {

    /** Whoever is first in the row's queue holds its tuple's lock and waits for the transaction that holds the row. */
    private static final String SOMEBODY_WAITS = """
            select exists (select from pg_locks waiting join pg_locks queue on queue.pid = waiting.pid
              where waiting.locktype = 'transactionid' and not waiting.granted
                and waiting.transactionid = pg_current_xact_id()::xid
                and queue.locktype = 'tuple' and queue.granted and queue.relation = 'complaint'::regclass)""";

    private final Complaints complaints;
    private final JdbcClient jdbc;

    PeopleFirst(Complaints complaints, JdbcClient jdbc) {
        this.complaints = complaints;
        this.jdbc = jdbc;
    }

    /** @throws OptimisticLockingException when this is a timer and somebody else has the case */
    Complaint take(ComplaintNumber number) {
        if (!isTimer()) {
            return complaints.lock(number);
        }
        Complaint complaint = complaints.lockIfFree(number)
                .orElseThrow(() -> new OptimisticLockingException("Somebody is about to change " + number));
        giveWay(number);
        return complaint;
    }

    private void giveWay(ComplaintNumber number) {
        if (TransactionSynchronizationManager.getSynchronizations().stream().noneMatch(GiveWay.class::isInstance)) {
            TransactionSynchronizationManager.registerSynchronization(new GiveWay(number));
        }
    }

    private static boolean isTimer() {
        CommandContext running = Context.getCommandContext();
        return running != null && running.getCurrentJob() instanceof TimerEntity;
    }

    /** The last thing before a timer's work counts. */
    private final class GiveWay implements TransactionSynchronization {

        private final ComplaintNumber number;

        private GiveWay(ComplaintNumber number) {
            this.number = number;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            if (jdbc.sql(SOMEBODY_WAITS).query(Boolean.class).single()) {
                throw new OptimisticLockingException("Somebody waits to change " + number);
            }
        }
    }
}
