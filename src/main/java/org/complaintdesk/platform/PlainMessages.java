package org.complaintdesk.platform;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * What a person entered wrong leaves every engine command as a {@link BadUserRequestException} with exactly the
 * message of the {@link InvalidInput}, whatever the engine wrapped around it.
 */
class PlainMessages extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException e) {
            throw InvalidInput.in(e).<RuntimeException>map(input -> new BadUserRequestException(input.getMessage(), input)).orElse(e);
        }
    }
}
