package org.complaintdesk.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.policy.Category;
import org.complaintdesk.policy.Remedy;
import org.complaintdesk.policy.ResponsibleParty;
import org.complaintdesk.policy.Severity;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class DemoCasesTests {

    @Autowired ObjectMapper json;
    @Autowired Complaints complaints;
    @Autowired ProcessEngine engine;
    @Autowired Clock clock;

    @Test
    void demo_complaints_use_the_words_of_the_desk() throws Exception {
        List<DemoComplaint> complaints = DemoCases.read(json);
        assertThat(complaints).hasSize(12);
        assertThat(complaints).extracting(DemoComplaint::stage).doesNotHaveDuplicates().doesNotContainNull();
        for (DemoComplaint complaint : complaints) {
            JsonNode request = complaint.request(Clock.fixed(Instant.parse("2026-11-22T02:00:00Z"), ZoneOffset.UTC));
            Channel.valueOf(request.path("channel").asText());
            assertThat(Instant.parse(request.path("occurredAt").asText())).isBefore("2026-11-22T02:00:00Z");
            assertThat(request.path("customer").path("name").asText()).isNotBlank();
            JsonNode diagnosis = complaint.steps().path("DiagnoseProblem");
            if (!diagnosis.isMissingNode()) {
                Category.valueOf(diagnosis.path("category").asText());
                Severity.valueOf(diagnosis.path("severity").asText());
                ResponsibleParty.valueOf(diagnosis.path("responsibleParty").asText());
            }
            if (complaint.steps().path("ProposeSolution").has("remedy")) {
                Remedy.valueOf(complaint.steps().path("ProposeSolution").path("remedy").asText());
            }
        }
    }

    @Test
    void every_demo_case_reaches_its_stage() throws Exception {
        DemoDesk desk = new DemoDesk(complaints, engine, json, clock);
        for (DemoComplaint demo : DemoCases.read(json)) {
            ComplaintNumber number = desk.open(demo);
            assertThat(engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number.value()).list())
                    .as(demo.title()).extracting(Task::getTaskDefinitionKey)
                    .matches(open -> demo.stage().equals("Closed") ? open.isEmpty() : open.contains(demo.stage()));
        }
        assertThat(desk.hasCases()).isTrue();
    }
}
