package org.complaintdesk.platform;

import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Serves a person again who was overtaken: a timer of the same flow fired while their task was being completed, and the
 * engine's optimistic lock let only one of both through. What the first attempt did is rolled back; the next one begins
 * afresh and sees what the timer left, so only a task that is really gone is refused. That the other one has ended is
 * certain, for the database held the overtaken one until then.
 *
 * <p>So is, once, who was refused: the rights to a task end with it, perhaps between two reads, and then it is the task that
 * is gone.
 *
 * <p>Only the engine's own commands that begin their transaction here are repeated: they hold nothing but what was asked
 * of them. Jobs are not; the job executor tries those again itself.
 */
class ServedAgain extends CommandInterceptor {

    private static final int ATTEMPTS = 5;
    private static final String COMMANDS = "org.camunda.bpm.engine.impl.cmd";
    /** SQL states: two transactions waited for each other, or one could not be put after the other. */
    private static final Set<String> CROSSED = Set.of("40P01", "40001");

    @Override
    public <T> T execute(Command<T> command) {
        int attempts = mayRepeat(command) ? ATTEMPTS : 1;
        for (int attempt = 1; ; attempt++) {
            try {
                return next.execute(command);
            } catch (RuntimeException e) {
                if (attempt == attempts || !overtaken(e) && !(attempt == 1 && e instanceof AuthorizationException)) {
                    throw e;
                }
            }
        }
    }

    private static boolean mayRepeat(Command<?> command) {
        return Context.getCommandContext() == null && !TransactionSynchronizationManager.isActualTransactionActive()
                && command.getClass().getPackageName().equals(COMMANDS) && !(command instanceof ExecuteJobsCmd);
    }

    private static boolean overtaken(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof OptimisticLockingException || cause instanceof ConcurrencyFailureException
                        || cause instanceof SQLException sql && CROSSED.contains(String.valueOf(sql.getSQLState())));
    }
}
