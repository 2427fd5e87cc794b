package org.complaintdesk.identity;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** Who works here. */
@Component
public class Staff {

    private final IdentityService identities;

    Staff(IdentityService identities) {
        this.identities = identities;
    }

    /**
     * @param userOrGroup a user id or a group id
     * @return the e-mail addresses of that user or of the group's members; empty when none is known
     */
    public List<String> emailsOf(String userOrGroup) {
        return Stream.concat(identities.createUserQuery().userId(userOrGroup).list().stream(),
                        identities.createUserQuery().memberOfGroup(userOrGroup).list().stream())
                .map(User::getEmail).filter(email -> email != null && !email.isBlank()).distinct().toList();
    }
}
