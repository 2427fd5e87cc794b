package org.complaintdesk.ledger;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;

/** People who sign in with the password {@code demo}. */
final class People {

    private People() {
    }

    static void join(IdentityService identity, String id, String name, String group) {
        if (identity.createUserQuery().userId(id).count() > 0) {
            return;
        }
        User person = identity.newUser(id);
        person.setFirstName(name);
        person.setLastName("");
        person.setPassword("demo");
        identity.saveUser(person);
        identity.createMembership(id, group);
    }
}
