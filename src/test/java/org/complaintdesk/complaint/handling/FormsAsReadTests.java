package org.complaintdesk.complaint.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What forms show is not stored with their tasks. */
@DeskTest
class FormsAsReadTests {

    @Autowired CaseDriver desk;
    @Autowired FormService forms;
    @Autowired TaskService tasks;
    @Autowired RuntimeService runtime;
    @Autowired IdentityService identity;

    @Test
    void form_is_told_what_it_shows_and_nothing_of_it_is_stored() {
        ComplaintNumber number = desk.diagnosed();
        Task task = desk.task(number, "ProposeSolution");

        VariableMap shown = forms.getTaskFormVariables(task.getId(), null, false);

        assertThat(shown).containsKeys("number", "severity", "caseFacts", "remedyGuide", "remedyOptions");
        assertThat(((JsonValue) shown.getValueTyped("remedyOptions")).getValueSerialized()).contains("REFUND");
        assertThat(forms.getTaskFormVariables(task.getId(), List.of("severity", "remedyGuide"), false))
                .containsOnlyKeys("severity", "remedyGuide");
        assertThat(tasks.getVariables(task.getId())).doesNotContainKeys("caseFacts", "remedyGuide", "remedyOptions");
    }

    @Test
    void value_that_a_field_starts_with_counts_where_the_field_was_not_submitted() {
        ComplaintNumber number = desk.recorded();
        String proposed = desk.shown(number, "DiagnoseProblem", "category");

        desk.complete(number, "DiagnoseProblem", "nextStep", "DIAGNOSED", "severity", "P2", "responsibleParty", "COURIER", "priority", 60,
                "rootCause", "快递分拣时摔落");

        assertThat(proposed).isNotNull();
        assertThat(desk.complaint(number).diagnosis().category().name()).isEqualTo(proposed);
    }

    @Test
    void form_of_a_case_that_the_version_before_began_shows_what_is_true_now_and_its_stored_texts_go() {
        ComplaintNumber number = desk.recorded();
        Task task = desk.task(number, "DiagnoseProblem");
        runtime.setVariable(task.getExecutionId(), "caseFacts", "as it was");
        runtime.setVariable(task.getExecutionId(), "category", "PRICE");
        tasks.setVariableLocal(task.getId(), "triageBasis", "as it was");

        assertThat(desk.facts(number)).contains(number.value());
        assertThat(desk.shown(number, "DiagnoseProblem", "triageBasis")).isNotEqualTo("as it was");
        assertThat(desk.shown(number, "DiagnoseProblem", "category")).isEqualTo("PRICE");
        desk.diagnose(number);

        assertThat(tasks.getVariables(desk.task(number, "ProposeSolution").getId())).doesNotContainKeys("caseFacts", "category", "triageBasis");
    }

    @Test
    void whoever_may_not_read_a_task_is_told_nothing() {
        String task = desk.task(desk.recorded(), "DiagnoseProblem").getId();
        identity.setAuthentication("stranger", List.of());
        try {
            assertThatThrownBy(() -> forms.getTaskFormVariables(task)).isInstanceOf(AuthorizationException.class);
        } finally {
            identity.clearAuthentication();
        }
    }
}
