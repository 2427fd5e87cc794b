package org.complaintdesk.identity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Whether a person may do one thing is asked in one plain statement: which rows are about it. What they mean is decided here, as
 * the engine does in a statement that it puts together anew each time, after it has asked which groups have rights at all and
 * whether anybody's are revoked.
 */
class SingleRights extends AuthorizationManager {

    static final String STATEMENTS = "identity/rights.xml";
    private static final String ROWS = "org.complaintdesk.rights.about";

    @Override
    public boolean isAuthorized(String person, List<String> groups, PermissionCheck check) {
        CompositePermissionCheck alone = new CompositePermissionCheck();
        alone.addAtomicCheck(check);
        return !isAuthorizationEnabled() || isAuthorized(person, groups, alone);
    }

    @Override
    public boolean isAuthorized(String person, List<String> groups, CompositePermissionCheck checks) {
        List<PermissionCheck> ways = checks.getAtomicChecks();
        if (!checks.isDisjunctive() || !checks.getCompositeChecks().isEmpty() || !ways.stream().allMatch(this::isResourceValidForPermission)) {
            return super.isAuthorized(person, groups, checks);
        }
        List<Right> rights = about(person, groups == null ? List.of() : groups, ways);
        return ways.stream().map(way -> Right.answer(rights, way)).filter(Objects::nonNull).findFirst().orElse(false);
    }

    /** @param person null where only groups are asked about */
    @SuppressWarnings("unchecked")
    private List<Right> about(String person, List<String> groups, List<PermissionCheck> ways) {
        Map<String, Object> about = new HashMap<>();
        about.put("person", person);
        about.put("groups", groups.toArray(String[]::new));
        about.put("resources", ways.stream().map(PermissionCheck::getResourceType).distinct().toArray(Integer[]::new));
        about.put("ids", Stream.concat(Stream.of(Authorization.ANY), ways.stream().map(PermissionCheck::getResourceId)
                .filter(Objects::nonNull)).distinct().toArray(String[]::new));
        return getDbEntityManager().selectList(ROWS, about);
    }
}
