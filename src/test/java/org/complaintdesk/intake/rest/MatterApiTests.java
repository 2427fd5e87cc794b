package org.complaintdesk.intake.rest;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DeskTest
class MatterApiTests {

    private static final String PLATFORM = """
            {"kind": "PLATFORM", "platform": "JD", "reference": "TS-88", "whoActs": "US", "note": "要求举证"}""";

    @Autowired MockMvc mvc;
    @Autowired CaseDriver desk;
    @Autowired Clock clock;

    @Test
    void matter_is_opened_once_and_read_back() throws Exception {
        ComplaintNumber number = desk.recorded();

        String location = send(number, "", PLATFORM).andExpect(status().isCreated()).andExpect(jsonPath("$.kind").value("PLATFORM"))
                .andExpect(jsonPath("$.platform").value("JD")).andExpect(jsonPath("$.dueAt").exists())
                .andExpect(jsonPath("$.dueEntered").value(false)).andExpect(jsonPath("$.open").value(true))
                .andReturn().getResponse().getHeader("Location");
        send(number, "", PLATFORM).andExpect(status().isOk());

        read(location).andExpect(status().isOk()).andExpect(jsonPath("$.reference").value("TS-88"))
                .andExpect(jsonPath("$.openedBy").value("admin"));
        read("/api/complaints/" + number + "/matters").andExpect(jsonPath("$.matters", hasSize(1)));
        read("/api/complaints/" + number).andExpect(jsonPath("$.timeline[*].what", hasItem("MATTER_OPENED")))
                .andExpect(jsonPath("$.matters[0].reference").value("TS-88"));
    }

    @Test
    void matter_goes_on_and_ends() throws Exception {
        ComplaintNumber number = desk.recorded();
        String location = send(number, "", PLATFORM).andReturn().getResponse().getHeader("Location");
        String id = location.substring(location.lastIndexOf('/'));
        String due = clock.instant().plus(Duration.ofDays(2)).truncatedTo(ChronoUnit.SECONDS).toString();

        send(number, id + "/progress", "{\"whoActs\": \"THEM\", \"dueAt\": \"%s\", \"note\": \"已举证\"}".formatted(due))
                .andExpect(status().isOk()).andExpect(jsonPath("$.whoActs").value("THEM")).andExpect(jsonPath("$.dueAt").value(due))
                .andExpect(jsonPath("$.dueEntered").value(true));
        send(number, id + "/closing", "{\"outcome\": \"FOR_US\", \"result\": \"驳回买家申请\"}").andExpect(status().isOk())
                .andExpect(jsonPath("$.open").value(false)).andExpect(jsonPath("$.outcome").value("FOR_US"));

        send(number, id + "/closing", "{\"outcome\": \"FOR_US\"}").andExpect(status().isUnprocessableEntity())
                .andExpect(content().contentType("application/problem+json")).andExpect(jsonPath("$.detail", containsString("已经了结")));
        send(number, "/999999/closing", "{\"outcome\": \"FOR_US\"}").andExpect(status().isNotFound());
    }

    @Test
    void what_cannot_be_is_refused_by_its_field() throws Exception {
        ComplaintNumber number = desk.recorded();
        send(number, "", "{\"whoActs\": \"US\"}").andExpect(status().isBadRequest()).andExpect(jsonPath("$.errors[*].field", hasItem("kind")));
        send(number, "", "{\"kind\": \"COURIER\", \"whoActs\": \"US\"}").andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.type").value(startsWith("urn:complaint-desk:problem:")))
                .andExpect(jsonPath("$.errors[0].field").value("party"));
        send(number, "", "{\"kind\": \"REGULATOR\", \"whoActs\": \"US\", \"dueAt\": \"2020-01-01T00:00:00Z\"}").andExpect(status().isUnprocessableEntity());
        send(new ComplaintNumber("C-20990101-000001"), "", PLATFORM).andExpect(status().isNotFound());
        read("/api/complaints/" + number + "/matters").andExpect(jsonPath("$.matters", hasSize(0)));
    }

    @Test
    void ending_early_is_refused_while_a_platform_waits_for_us() throws Exception {
        ComplaintNumber number = desk.recorded();
        send(number, "", PLATFORM);
        mvc.perform(post("/api/complaints/" + number + "/ending").with(httpBasic("admin", "demo")).contentType(MediaType.APPLICATION_JSON)
                        .content("{\"closing\": \"UNREACHABLE\", \"note\": \"联系不上\"}")).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail", containsString("平台要求答复 · 京东 · TS-88")));
    }

    @Test
    void warehouse_reads_and_does_not_open() throws Exception {
        ComplaintNumber number = desk.recorded();
        var warehouse = user("wes").authorities(new SimpleGrantedAuthority("warehouse"));
        mvc.perform(get("/api/complaints/" + number + "/matters").with(warehouse)).andExpect(status().isOk());
        mvc.perform(post("/api/complaints/" + number + "/matters").with(warehouse).contentType(MediaType.APPLICATION_JSON).content(PLATFORM))
                .andExpect(status().isForbidden());
    }

    private ResultActions send(ComplaintNumber number, String path, String body) throws Exception {
        MockHttpServletRequestBuilder request = post("/api/complaints/" + number + "/matters" + path);
        return mvc.perform(request.with(httpBasic("admin", "demo")).contentType(MediaType.APPLICATION_JSON).content(body));
    }

    private ResultActions read(String path) throws Exception {
        return mvc.perform(get(path).with(httpBasic("admin", "demo")));
    }
}
