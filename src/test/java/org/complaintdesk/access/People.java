package org.complaintdesk.access;

import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;

/** One person of each role, and a colleague of the agent; nobody is called {@code stranger}. */
class People {

    static final String PASSWORD = "Lamp-7-Orchard-Quiet";
    private static final Map<String, String> GROUPS = Map.of("agent", "agents", "colleague", "agents", "supervisor", "supervisors",
            "manager", "managers", "finance", "finance", "warehouse", "warehouse", "admin", "camunda-admin");

    private final IdentityService identity;

    People(IdentityService identity) {
        this.identity = identity;
    }

    /** @return the user id; null for the stranger */
    String id(String role) {
        if (!GROUPS.containsKey(role)) {
            return null;
        }
        String id = "ax" + role;
        if (identity.createUserQuery().userId(id).count() == 0) {
            User user = identity.newUser(id);
            user.setFirstName("Ax");
            user.setLastName(role);
            user.setPassword(PASSWORD);
            identity.saveUser(user);
            identity.createMembership(id, GROUPS.get(role));
        }
        return id;
    }
}
