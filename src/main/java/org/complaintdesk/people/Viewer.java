package org.complaintdesk.people;

import org.complaintdesk.identity.Account;
import org.complaintdesk.identity.ShopScope;
import org.complaintdesk.identity.StaffGroup;

/**
 * Whoever looks at people. Administrators see and change everybody, managers see everybody. Supervisors see the people with
 * whom they share a shop, and lead those of them who are not above them.
 *
 * @param account whoever is signed in
 * @param scope   the shops they see
 */
record Viewer(Account account, ShopScope scope) {

    /** @return whether they make people, say where they work, and let them go */
    boolean administers() {
        return account.isIn(StaffGroup.ADMINISTRATORS);
    }

    boolean sees(Account person) {
        return administers() || account.isIn(StaffGroup.MANAGERS) || person.id().equals(account.id())
                || person.seesAllShops() || scope.all() || person.shops().stream().anyMatch(scope.shops()::contains);
    }

    /** @return whether they say what this person is good at, hand over their tasks and let them sign in again */
    boolean leads(Account person) {
        return administers() || account.isIn(StaffGroup.SUPERVISORS) && sees(person) && !person.isAboveSupervisors();
    }
}
