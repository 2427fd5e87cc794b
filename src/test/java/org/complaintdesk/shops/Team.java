package org.complaintdesk.shops;

import static org.complaintdesk.support.TwoShopsTest.NORTH;
import static org.complaintdesk.support.TwoShopsTest.SOUTH;

import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.complaintdesk.identity.Shops;

/** People of two shops for the tests of this package, password {@code demo}. */
final class Team {

    static final String NORTHERN = "shnorthagent";
    static final String SOUTHERN = "shsouthagent";
    static final String EVERYWHERE = "shallagent";
    static final String NOWHERE = "shnewagent";
    static final String NORTHERN_LEAD = "shnorthlead";
    static final String SOUTHERN_LEAD = "shsouthlead";
    static final String MANAGER = "shmanager";
    static final String FINANCE = "shfinance";
    static final String ADMIN = "shadmin";

    private final IdentityService identity;
    private final Shops shops;

    Team(IdentityService identity, Shops shops) {
        this.identity = identity;
        this.shops = shops;
    }

    void gathers() {
        joins(NORTHERN, "agents", false, List.of(NORTH));
        joins(SOUTHERN, "agents", false, List.of(SOUTH));
        joins(EVERYWHERE, "agents", true, List.of());
        joins(NOWHERE, "agents", false, List.of());
        joins(NORTHERN_LEAD, "supervisors", false, List.of(NORTH));
        joins(SOUTHERN_LEAD, "supervisors", false, List.of(SOUTH));
        joins(MANAGER, "managers", false, List.of());
        joins(FINANCE, "finance", false, List.of());
        joins(ADMIN, "camunda-admin", false, List.of());
    }

    /** Nobody of another test is to hear of what happens there. */
    void leaves() {
        List.of(NORTHERN, SOUTHERN, EVERYWHERE, NOWHERE, NORTHERN_LEAD, SOUTHERN_LEAD, MANAGER, FINANCE, ADMIN)
                .forEach(identity::deleteUser);
    }

    private void joins(String id, String group, boolean all, Collection<String> seen) {
        if (identity.createUserQuery().userId(id).count() == 0) {
            User person = identity.newUser(id);
            person.setFirstName("T" + id.substring(2));
            person.setLastName("");
            person.setEmail(id + "@desk.example");
            person.setPassword("demo");
            identity.saveUser(person);
            identity.createMembership(id, group);
        }
        shops.assign(id, all, seen);
    }
}
