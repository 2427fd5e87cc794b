package org.complaintdesk.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class GrantsTests {

    @Autowired
    AuthorizationService authorizations;
    @Autowired
    IdentityService identity;
    @Autowired
    IdentitySetup setup;

    @ParameterizedTest
    @EnumSource
    void every_group_of_the_contract_exists(StaffGroup group) {
        assertThat(identity.createGroupQuery().groupId(group.id()).count()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"AGENTS", "FINANCE", "WAREHOUSE"})
    void workers_have_tasklist_and_nothing_of_cockpit_admin_or_deployment(StaffGroup group) {
        assertThat(may(group, Permissions.ACCESS, Resources.APPLICATION, "tasklist")).isTrue();
        assertThat(may(group, ProcessDefinitionPermissions.READ, Resources.PROCESS_DEFINITION, "complaint-handling")).isTrue();
        assertThat(may(group, Permissions.ACCESS, Resources.APPLICATION, "cockpit")).isFalse();
        assertThat(may(group, Permissions.ACCESS, Resources.APPLICATION, "admin")).isFalse();
        assertThat(may(group, Permissions.CREATE, Resources.DEPLOYMENT, "*")).isFalse();
        assertThat(may(group, Permissions.CREATE, Resources.FILTER, "*")).isFalse();
        assertThat(may(group, ProcessDefinitionPermissions.READ_TASK, Resources.PROCESS_DEFINITION, "complaint-handling")).isFalse();
        assertThat(may(group, ProcessDefinitionPermissions.UPDATE_INSTANCE, Resources.PROCESS_DEFINITION, "complaint-handling")).isFalse();
        assertThat(may(group, ProcessDefinitionPermissions.UPDATE_INSTANCE_VARIABLE, Resources.PROCESS_DEFINITION, "complaint-handling")).isFalse();
        assertThat(may(group, ProcessDefinitionPermissions.UPDATE_TASK, Resources.PROCESS_DEFINITION, "complaint-handling")).isFalse();
    }

    @Test
    void agents_read_cases_for_their_lists_finance_and_warehouse_only_their_own_tasks() {
        assertThat(may(StaffGroup.AGENTS, ProcessDefinitionPermissions.READ_INSTANCE, Resources.PROCESS_DEFINITION, "complaint-handling"))
                .as("task lists show number, category and customer to those who may read the instance").isTrue();
        for (StaffGroup helper : List.of(StaffGroup.FINANCE, StaffGroup.WAREHOUSE)) {
            assertThat(may(helper, ProcessDefinitionPermissions.READ_INSTANCE, Resources.PROCESS_DEFINITION, "complaint-handling")).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"AGENTS", "SUPERVISORS"})
    void agents_and_supervisors_take_down_reviews_others_do_not(StaffGroup group) {
        assertThat(may(group, ProcessDefinitionPermissions.CREATE_INSTANCE, Resources.PROCESS_DEFINITION, "review-handling")).isTrue();
        assertThat(may(StaffGroup.WAREHOUSE, ProcessDefinitionPermissions.CREATE_INSTANCE, Resources.PROCESS_DEFINITION, "review-handling")).isFalse();
        assertThat(may(StaffGroup.MANAGERS, ProcessDefinitionPermissions.CREATE_INSTANCE, Resources.PROCESS_DEFINITION, "review-handling")).isFalse();
    }

    @Test
    void agents_start_complaints_and_no_process_of_the_system() {
        assertThat(may(StaffGroup.AGENTS, Permissions.CREATE, Resources.PROCESS_INSTANCE, "*")).isTrue();
        assertThat(may(StaffGroup.AGENTS, ProcessDefinitionPermissions.CREATE_INSTANCE, Resources.PROCESS_DEFINITION, "complaint-handling")).isTrue();
        assertThat(may(StaffGroup.AGENTS, ProcessDefinitionPermissions.CREATE_INSTANCE, Resources.PROCESS_DEFINITION, "update-delivery")).isFalse();
        assertThat(may(StaffGroup.FINANCE, ProcessDefinitionPermissions.CREATE_INSTANCE, Resources.PROCESS_DEFINITION, "complaint-handling")).isFalse();
    }

    @Test
    void supervisors_see_and_steer_every_case_but_neither_deploy_nor_administer() {
        assertThat(may(StaffGroup.SUPERVISORS, Permissions.ACCESS, Resources.APPLICATION, "cockpit")).isTrue();
        assertThat(may(StaffGroup.SUPERVISORS, ProcessDefinitionPermissions.RETRY_JOB, Resources.PROCESS_DEFINITION, "update-delivery")).isTrue();
        assertThat(may(StaffGroup.SUPERVISORS, ProcessDefinitionPermissions.TASK_ASSIGN, Resources.PROCESS_DEFINITION, "complaint-handling")).isTrue();
        assertThat(may(StaffGroup.SUPERVISORS, ProcessDefinitionPermissions.DELETE_INSTANCE, Resources.PROCESS_DEFINITION, "complaint-handling")).isFalse();
        assertThat(may(StaffGroup.SUPERVISORS, Permissions.CREATE, Resources.DEPLOYMENT, "*")).isFalse();
        assertThat(may(StaffGroup.SUPERVISORS, Permissions.ACCESS, Resources.APPLICATION, "admin")).isFalse();
        assertThat(may(StaffGroup.SUPERVISORS, Permissions.CREATE, Resources.AUTHORIZATION, "*")).isFalse();
    }

    @Test
    void managers_read_every_case_and_change_none() {
        assertThat(may(StaffGroup.MANAGERS, Permissions.ACCESS, Resources.APPLICATION, "cockpit")).isTrue();
        assertThat(may(StaffGroup.MANAGERS, ProcessDefinitionPermissions.READ_TASK, Resources.PROCESS_DEFINITION, "complaint-handling")).isTrue();
        assertThat(may(StaffGroup.MANAGERS, ProcessDefinitionPermissions.UPDATE_INSTANCE, Resources.PROCESS_DEFINITION, "complaint-handling")).isFalse();
        assertThat(may(StaffGroup.MANAGERS, ProcessDefinitionPermissions.TASK_WORK, Resources.PROCESS_DEFINITION, "complaint-handling")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = Resources.class, mode = EnumSource.Mode.MATCH_NONE, names = "HISTORIC_.*")
    void administrators_may_do_everything(Resources resource) {
        assertThat(may(StaffGroup.ADMINISTRATORS, Permissions.ALL, resource, "*")).isTrue();
    }

    @Test
    void another_start_adds_nothing() {
        long rows = authorizations.createAuthorizationQuery().count();
        long users = identity.createUserQuery().count();

        setup.afterSingletonsInstantiated();

        assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(rows);
        assertThat(identity.createUserQuery().count()).isEqualTo(users);
    }

    private boolean may(StaffGroup group, Permission permission, Resource resource, String id) {
        return authorizations.isUserAuthorized("somebody", List.of(group.id()), permission, resource, id);
    }
}
