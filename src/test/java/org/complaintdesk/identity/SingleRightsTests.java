package org.complaintdesk.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** What a person may do is what the engine itself says. */
@DeskTest
class SingleRightsTests {

    private static final String PERSON = "srperson";
    private static final List<String> GROUPS = List.of("srgroup", "srothers");
    private static final List<String> IDS = List.of("*", "srone", "srtwo");
    private static final List<Permission> OF_TASKS = List.of(TaskPermissions.TASK_WORK, TaskPermissions.UPDATE, TaskPermissions.READ);
    private static final List<Permission> OF_FLOWS =
            List.of(ProcessDefinitionPermissions.TASK_WORK, ProcessDefinitionPermissions.UPDATE_TASK, ProcessDefinitionPermissions.READ);

    @Autowired ProcessEngineConfigurationImpl engine;

    private final Random dice = new Random(7);
    private int yes;
    private int no;

    @Test
    @Transactional
    void whatever_rights_are_given_to_whom_and_revoked_the_engine_says_the_same() {
        for (int round = 0; round < 120; round++) {
            List<AuthorizationEntity> rights = List.copyOf(Stream.generate(this::right).limit(1 + dice.nextInt(5))
                    .collect(Collectors.toMap(SingleRightsTests::whoseOfWhat, right -> right, (one, other) -> one)).values());
            engine.getCommandExecutorTxRequired().execute(command -> {
                rights.forEach(command.getAuthorizationManager()::insert);
                return null;
            });
            List<PermissionCheck> ways = Stream.generate(this::way).limit(1 + dice.nextInt(4)).toList();
            assertSame(ways, rights);
            engine.getCommandExecutorTxRequired().execute(command -> {
                rights.forEach(right -> command.getDbEntityManager()
                        .delete(command.getDbEntityManager().selectById(AuthorizationEntity.class, right.getId())));
                return null;
            });
        }
        assertThat(yes).isGreaterThan(100);
        assertThat(no).isGreaterThan(100);
    }

    private void assertSame(List<PermissionCheck> ways, List<AuthorizationEntity> rights) {
        assertSame(PERSON, ways, rights);
        // Whoever asks about groups only names no person.
        assertSame(null, ways, rights);
    }

    private void assertSame(String person, List<PermissionCheck> ways, List<AuthorizationEntity> rights) {
        for (List<String> groups : List.of(GROUPS, GROUPS.subList(0, 1), List.<String>of())) {
            CompositePermissionCheck either = new CompositePermissionCheck();
            either.setAtomicChecks(new ArrayList<>(ways));
            boolean ours = engine.getCommandExecutorTxRequired()
                    .execute(command -> new SingleRights().isAuthorized(person, groups, either));
            boolean theirs = engine.getCommandExecutorTxRequired()
                    .execute(command -> new AuthorizationManager().isAuthorized(person, groups, either));
            assertThat(ours).as("%s for %s in %s by %s", described(ways), person, groups, rights).isEqualTo(theirs);
            yes += ours ? 1 : 0;
            no += ours ? 0 : 1;
        }
    }

    private AuthorizationEntity right() {
        int type = dice.nextInt(3);
        AuthorizationEntity right = new AuthorizationEntity(type);
        if (type == Authorization.AUTH_TYPE_GLOBAL) {
            right.setUserId("*");
        } else if (dice.nextBoolean()) {
            right.setUserId(dice.nextInt(5) == 0 ? "srstranger" : PERSON);
        } else {
            right.setGroupId(any(GROUPS));
        }
        boolean task = dice.nextBoolean();
        right.setResource(task ? Resources.TASK : Resources.PROCESS_DEFINITION);
        right.setResourceId(any(IDS));
        Permission about = any(task ? OF_TASKS : OF_FLOWS);
        if (type == Authorization.AUTH_TYPE_REVOKE) {
            right.removePermission(about);
        } else {
            right.addPermission(about);
        }
        return right;
    }

    /** Of which the database takes one. */
    private static String whoseOfWhat(AuthorizationEntity right) {
        return right.getAuthorizationType() + " " + right.getUserId() + right.getGroupId() + right.getResourceType() + right.getResourceId();
    }

    private PermissionCheck way() {
        boolean task = dice.nextBoolean();
        Resource resource = task ? Resources.TASK : Resources.PROCESS_DEFINITION;
        PermissionCheck way = new PermissionCheck();
        way.setResource(resource);
        way.setPermission(any(task ? OF_TASKS : OF_FLOWS));
        way.setResourceId(dice.nextInt(6) == 0 ? null : any(IDS));
        way.setAuthorizationNotFoundReturnValue(dice.nextInt(6) == 0 ? Long.valueOf(dice.nextInt(2)) : null);
        return way;
    }

    private <T> T any(List<T> of) {
        return of.get(dice.nextInt(of.size()));
    }

    private static String described(List<PermissionCheck> ways) {
        return ways.stream().map(way -> way.getPermission() + " " + way.getResource() + " " + way.getResourceId()).toList().toString();
    }
}
