package org.complaintdesk.identity;

import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Who the engine acts for right now. */
@Component
public class SignedIn {

    private final IdentityService identity;

    SignedIn(IdentityService identity) {
        this.identity = identity;
    }

    /** @return the user id; empty when a job or the system itself acts */
    public Optional<String> person() {
        return Optional.ofNullable(identity.getCurrentAuthentication()).map(Authentication::getUserId);
    }
}
