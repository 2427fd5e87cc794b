package org.complaintdesk.platform;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Tells a person in plain words what the engine would report in its own: that a colleague was faster, that a task is
 * gone or another shop's, that a value cannot be kept. Jobs see the engine's exceptions, for its retries depend on them, and so does the
 * desk's own code.
 */
class PlainFailures extends CommandInterceptor {

    /** SQL states of this class: the data cannot be kept as they are, too long for instance. */
    private static final String DATA_EXCEPTION = "22";

    /** How the engine says that something is another shop's. */
    private static final String OTHER_TENANT = "ENGINE-13034";

    private final IdentityService identity;
    private final Wording wording;

    PlainFailures(IdentityService identity, Wording wording) {
        this.identity = identity;
        this.wording = wording;
    }

    @Override
    public <T> T execute(Command<T> command) {
        boolean outermost = Context.getCommandContext() == null;
        try {
            return next.execute(command);
        } catch (RuntimeException e) {
            if (!outermost || identity.getCurrentAuthentication() == null) {
                throw e;
            }
            throw isOthers(e) ? new AuthorizationException(wording.text("flow.not-there"))
                    : key(e).<RuntimeException>map(key -> new PlainFailure(wording.text(key), e)).orElse(e);
        }
    }

    /** What the engine would report, in words for the person at the form. */
    static final class PlainFailure extends BadUserRequestException {

        private PlainFailure(String message, RuntimeException cause) {
            super(message, cause);
        }
    }

    /** An exception about permissions is the only one that all of the engine's REST resources pass on as it is. */
    private static boolean isOthers(RuntimeException failure) {
        return failure instanceof ProcessEngineException && failure.getMessage() != null
                && failure.getMessage().startsWith(OTHER_TENANT);
    }

    private static Optional<String> key(RuntimeException failure) {
        if (failure instanceof NullValueException && failure.getMessage().endsWith("task is null")) {
            return Optional.of("flow.task-gone");
        }
        return Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause).map(PlainFailures::key)
                .flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> key(Throwable cause) {
        if (cause instanceof OptimisticLockingException || cause instanceof ConcurrencyFailureException) {
            return Optional.of("flow.changed-meanwhile");
        }
        return cause instanceof SQLException sql && sql.getSQLState() != null && sql.getSQLState().startsWith(DATA_EXCEPTION)
                ? Optional.of("flow.unsavable") : Optional.empty();
    }
}
