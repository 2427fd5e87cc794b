package org.complaintdesk.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.policy.Category;
import org.complaintdesk.policy.Remedy;
import org.complaintdesk.policy.ResponsibleParty;
import org.complaintdesk.policy.Severity;
import org.junit.jupiter.api.Test;

class DemoCasesTests {

    private final ObjectMapper json = new ObjectMapper().registerModule(new JavaTimeModule());

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
    void demo_cases_are_opened_on_an_empty_desk_only() throws Exception {
        List<DemoComplaint> opened = new ArrayList<>();
        DemoDesk desk = new DemoDesk() {
            @Override
            public boolean hasCases() {
                return !opened.isEmpty();
            }

            @Override
            public void open(DemoComplaint complaint) {
                opened.add(complaint);
            }
        };
        new DemoCases(desk, json).run(null);
        new DemoCases(desk, json).run(null);
        assertThat(opened).hasSize(12);
    }
}
