package org.complaintdesk.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.customer.ContactAccess;
import org.complaintdesk.platform.AsSystem;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people change with the engine's own tools is recorded, what the desk does for them is not. */
@DeskTest
class EngineChangesTests {

    private static final String ADMIN = "audadmin";

    @Autowired
    IdentityService identity;
    @Autowired
    AuthorizationService authorizations;
    @Autowired
    TaskService tasks;
    @Autowired
    ManagementService management;
    @Autowired
    RepositoryService repository;
    @Autowired
    ContactAccess contacts;
    @Autowired
    AsSystem asSystem;
    @Autowired
    CaseDriver desk;
    @Autowired
    AuditLines lines;

    private final String group = "g" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void administrator() {
        signOut();
        if (identity.createGroupQuery().groupId(group).count() == 0) {
            Group made = identity.newGroup(group);
            identity.saveGroup(made);
        }
        signIn();
    }

    @AfterEach
    void signOut() {
        identity.clearAuthentication();
    }

    @Test
    void rights() {
        Authorization row = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        row.setGroupId(group);
        row.setResource(Resources.DEPLOYMENT);
        row.setResourceId("*");
        row.addPermission(Permissions.CREATE);
        authorizations.saveAuthorization(row);
        authorizations.deleteAuthorization(row.getId());

        assertThat(of(group)).extracting(Entry::what).containsExactly("RIGHTS_CHANGED", "RIGHTS_CHANGED");
        assertThat(of(group).get(1).detail()).startsWith("Create Authorization").contains("CREATE", "Deployment");
        assertThat(of(group)).extracting(Entry::who).containsOnly(ADMIN);
    }

    @Test
    void groups() {
        identity.deleteGroup(group);

        assertThat(of(group)).extracting(Entry::what).containsExactly("GROUPS_CHANGED");
    }

    @Test
    void who_works_on_a_task_but_not_who_takes_it() {
        signOut();
        Task task = desk.task(desk.recorded(), "DiagnoseProblem");
        signIn();

        tasks.claim(task.getId(), ADMIN);
        assertThat(of(task.getId())).isEmpty();
        tasks.setAssignee(task.getId(), "somebody");
        assertThat(of(task.getId())).extracting(Entry::what).containsExactly("REASSIGNED");
        assertThat(of(task.getId()).get(0).detail()).contains("assignee", "somebody");
    }

    @Test
    void who_claims_a_task_for_somebody_else() {
        signOut();
        Task task = desk.task(desk.recorded(), "DiagnoseProblem");
        signIn();

        tasks.claim(task.getId(), "somebody");
        assertThat(of(task.getId())).singleElement().satisfies(entry -> {
            assertThat(entry.what()).isEqualTo("REASSIGNED");
            assertThat(entry.detail()).contains("Claim", "assignee", "somebody");
        });
    }

    @Test
    void retries_and_interventions() {
        signOut();
        ComplaintNumber number = desk.recorded();
        String instance = desk.task(number, "DiagnoseProblem").getProcessInstanceId();
        Job job = management.createJobQuery().processInstanceId(instance).list().get(0);
        signIn();

        management.setJobRetries(job.getId(), 3);
        assertThat(of(job.getId())).extracting(Entry::what).containsExactly("RETRIED");
    }

    @Test
    void deployments() {
        String deployment = repository.createDeployment().name("audited").addModelInstance("audited.bpmn",
                Bpmn.createExecutableProcess("audited").camundaHistoryTimeToLive(1).startEvent().endEvent().done()).deploy().getId();
        repository.deleteDeployment(deployment);

        assertThat(of(deployment)).extracting(Entry::what).containsExactly("DEPLOYED", "DEPLOYED");
    }

    @Test
    void what_the_desk_does_in_its_own_name_is_recorded_where_it_is_done() {
        asSystem.run(() -> identity.deleteGroup(group));

        assertThat(of(group)).isEmpty();
    }

    @Test
    void whoever_sees_contacts_whole_is_recorded_without_the_reason() {
        signOut();
        long customer = desk.complaint(desk.recorded()).customerId();
        signIn();

        contacts.unmask(customer, "customer", "为了给王小明回电话", ADMIN);

        assertThat(of("customer " + customer)).singleElement().satisfies(entry -> {
            assertThat(entry.what()).isEqualTo("UNMASKED");
            assertThat(entry.who()).isEqualTo(ADMIN);
            assertThat(entry.detail()).isEqualTo("customer");
        });
    }

    private void signIn() {
        identity.setAuthentication(ADMIN, List.of("camunda-admin"),
                asSystem.call(() -> identity.createTenantQuery().list().stream().map(Tenant::getId).toList()));
    }

    private List<Entry> of(String subject) {
        return lines.find(new AuditFilter(null, null, subject, null, null, null), 10).stream().map(AuditLines.Line::entry).toList();
    }
}
