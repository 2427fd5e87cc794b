package org.complaintdesk.identity;

import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.glassfish.jersey.internal.spi.AutoDiscoverable;

/**
 * The same where the engine's own REST and the web applications check a password. Their sign-in page shows the message.
 * Jersey finds this class by itself.
 */
public class ThrottledOverRest implements AutoDiscoverable {

    @Override
    public void configure(FeatureContext application) {
        if (!application.getConfiguration().isRegistered(Mapper.class)) {
            application.register(Mapper.class);
        }
    }

    static class Mapper implements ExceptionMapper<SignInThrottled> {

        @Override
        public Response toResponse(SignInThrottled throttled) {
            Clock now = Clock.fixed(ClockUtil.getCurrentTime().toInstant(), ZoneOffset.UTC);
            return Response.status(Response.Status.TOO_MANY_REQUESTS).type(MediaType.APPLICATION_JSON_TYPE)
                    .header(HttpHeaders.RETRY_AFTER, throttled.retryAfter(now))
                    .entity(Map.of("type", "SignInThrottled", "message", throttled.getMessage())).build();
        }
    }
}
