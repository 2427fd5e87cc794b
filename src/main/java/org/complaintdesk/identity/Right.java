package org.complaintdesk.identity;

import java.util.List;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.db.PermissionCheck;

/**
 * A row of the engine's authorizations.
 *
 * @param person      whose it is, {@code *} for everybody; null for a group's
 * @param permissions the bits that are given; of a row that revokes, those that are left
 */
record Right(Integer type, String person, Integer resource, String id, Integer permissions) {

    /**
     * What the rows say of one thing, as the engine reads them: a person's own before the groups' before everybody's, the
     * thing's own before those of all things, what gives before what revokes. Nobody is asked for what is revoked while nothing is
     * revoked from this person, which matters where everybody's rights leave something out.
     *
     * @param rights those about the thing, and all that revoke
     * @return null when no row says anything
     */
    static Boolean answer(List<Right> rights, PermissionCheck asked) {
        boolean revoked = rights.stream().anyMatch(right -> right.type == Authorization.AUTH_TYPE_REVOKE);
        for (Holder holder : Holder.values()) {
            List<Right> held = rights.stream()
                    .filter(right -> right.resource == asked.getResourceType() && right.holder() == holder).toList();
            for (boolean any : new boolean[] {false, true}) {
                List<Right> said = held.stream().filter(right -> right.isOf(asked, any)).toList();
                if (said.stream().anyMatch(right -> right.type != Authorization.AUTH_TYPE_REVOKE && right.has(asked))) {
                    return true;
                }
                if (revoked && said.stream().anyMatch(right -> right.type != Authorization.AUTH_TYPE_GRANT && !right.has(asked))) {
                    return false;
                }
            }
        }
        Long otherwise = asked.getAuthorizationNotFoundReturnValue();
        return otherwise == null ? null : Boolean.valueOf(otherwise == 1);
    }

    private enum Holder {
        PERSON, GROUP, EVERYBODY
    }

    private Holder holder() {
        if (type == Authorization.AUTH_TYPE_GLOBAL) {
            return Holder.EVERYBODY;
        }
        return person == null ? Holder.GROUP : Holder.PERSON;
    }

    private boolean isOf(PermissionCheck asked, boolean any) {
        return any ? id.equals(Authorization.ANY) : !id.equals(Authorization.ANY) && id.equals(asked.getResourceId());
    }

    private boolean has(PermissionCheck asked) {
        return (permissions & asked.getPerms()) == asked.getPerms();
    }
}
