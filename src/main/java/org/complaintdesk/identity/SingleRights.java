package org.complaintdesk.identity;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Whether a person may do one thing is asked in one statement. The engine asks first which groups have rights at all, and
 * whether anybody's are revoked, to keep its lists short; for a single thing it is cheaper to look at everything.
 */
class SingleRights extends AuthorizationManager {

    private boolean single;

    @Override
    public boolean isAuthorized(String person, List<String> groups, PermissionCheck check) {
        return asSingle(() -> super.isAuthorized(person, groups, check));
    }

    @Override
    public boolean isAuthorized(String person, List<String> groups, CompositePermissionCheck checks) {
        return asSingle(() -> super.isAuthorized(person, groups, checks));
    }

    private boolean asSingle(BooleanSupplier question) {
        single = true;
        try {
            return question.getAsBoolean();
        } finally {
            single = false;
        }
    }

    @Override
    public List<String> filterAuthenticatedGroupIds(List<String> groups) {
        return single && groups != null ? groups : super.filterAuthenticatedGroupIds(groups);
    }

    @Override
    protected boolean isRevokeAuthCheckEnabled(String person, List<String> groups) {
        return single || super.isRevokeAuthCheckEnabled(person, groups);
    }
}
