package org.complaintdesk.identity;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;

/** Creates people of a group for the tests of this package, password {@code demo}; nobody writes to them. */
class Colleagues {

    private final IdentityService identity;

    Colleagues(IdentityService identity) {
        this.identity = identity;
    }

    String in(StaffGroup group, String id) {
        if (identity.createUserQuery().userId(id).count() == 0) {
            User user = identity.newUser(id);
            user.setFirstName("T" + id.substring(1));
            user.setLastName("Test");
            user.setPassword("demo");
            identity.saveUser(user);
            identity.createMembership(id, group.id());
        }
        return id;
    }
}
