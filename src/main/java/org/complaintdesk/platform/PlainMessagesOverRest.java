package org.complaintdesk.platform;

import jakarta.annotation.Priority;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.complaintdesk.platform.PlainFailures.PlainFailure;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;
import org.glassfish.jersey.spi.ExtendedExceptionMapper;

/**
 * Answers 400 with just the message where the engine's REST resources would say 500 and
 * put "Cannot submit task form …" before it. Jersey finds this class by itself in {@code /engine-rest} and in the web
 * applications' API, which is where Tasklist submits forms.
 */
public class PlainMessagesOverRest implements AutoDiscoverable {

    @Override
    public void configure(FeatureContext application) {
        for (Class<?> mapper : List.of(Mapper.class, Unwrapped.class)) {
            if (!application.getConfiguration().isRegistered(mapper)) {
                application.register(mapper);
            }
        }
    }

    @Priority(1)
    static class Mapper implements ExtendedExceptionMapper<RestException> {

        @Override
        public boolean isMappable(RestException exception) {
            return InvalidInput.in(exception).isPresent() || exception.getCause() instanceof PlainFailure;
        }

        @Override
        public Response toResponse(RestException exception) {
            Map<String, String> answer = InvalidInput.in(exception)
                    .map(input -> Map.of("type", "InvalidInput", "message", input.getMessage(), "field", input.field()))
                    .orElseGet(() -> Map.of("type", "PlainFailure", "message", exception.getCause().getMessage()));
            return answer(answer);
        }
    }

    /** Where a resource lets the failure through as it is. */
    @Priority(1)
    static class Unwrapped implements ExceptionMapper<PlainFailure> {

        @Override
        public Response toResponse(PlainFailure failure) {
            return answer(Map.of("type", "PlainFailure", "message", failure.getMessage()));
        }
    }

    private static Response answer(Map<String, String> content) {
        return Response.status(Response.Status.BAD_REQUEST).type(MediaType.APPLICATION_JSON_TYPE).entity(content).build();
    }
}
