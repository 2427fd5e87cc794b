package org.complaintdesk.intake.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.identity.User;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.CustomerMessage;
import org.complaintdesk.complaint.CustomerRequests;
import org.complaintdesk.complaint.MessageSource;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DeskTest
class ComplaintApiTests {

    private static final String BODY = """
            {"shop": "某某旗舰店", "channel": "TMALL", "externalId": "%s", "orderNumber": "TB1", "orderAmount": 128.5,
             "description": "收到的是假货，包装都不一样", "occurredAt": "2026-11-20T10:00:00+08:00", "desiredOutcome": "退一赔三",
             "customer": {"name": "张先生", "email": "zhang@example.com", "phone": "13812345678"}}""";

    @Autowired MockMvc mvc;
    @Autowired Complaints complaints;
    @Autowired CustomerRequests requests;
    @Autowired CaseDriver desk;
    @Autowired RuntimeService runtime;
    @Autowired IdentityService identity;

    private static MockHttpServletRequestBuilder asAdmin(MockHttpServletRequestBuilder request) {
        return request.with(httpBasic("admin", "demo"));
    }

    private static MockHttpServletRequestBuilder send(String body) {
        return asAdmin(post("/api/complaints")).contentType(MediaType.APPLICATION_JSON).content(body);
    }

    @Test
    void complaint_is_registered_and_can_be_read_back() throws Exception {
        String location = mvc.perform(send(BODY.formatted(UUID.randomUUID()))).andExpect(status().isCreated())
                .andExpect(jsonPath("$.number").value(org.hamcrest.Matchers.matchesPattern("C-\\d{8}-\\d{6}")))
                .andExpect(jsonPath("$.status").value("RECEIVED")).andReturn().getResponse().getHeader("Location");

        mvc.perform(asAdmin(get(location))).andExpect(status().isOk())
                .andExpect(jsonPath("$.category").value("COUNTERFEIT"))
                .andExpect(jsonPath("$.severity").value("P1"))
                .andExpect(jsonPath("$.customer.phone").value("138****5678"))
                .andExpect(jsonPath("$.deadlines.overdue").value(false))
                .andExpect(jsonPath("$.timeline[0].what").value("RECEIVED"));
        mvc.perform(asAdmin(get("/api/complaints").param("q", "包装都不一样").param("category", "COUNTERFEIT")))
                .andExpect(status().isOk()).andExpect(jsonPath("$.complaints[*].number",
                        hasItem(location.substring(location.lastIndexOf('/') + 1))));
    }

    @Test
    void caller_gets_the_customers_link_and_sees_what_the_case_waits_for_and_what_was_written() throws Exception {
        String answer = mvc.perform(send(BODY.formatted(UUID.randomUUID()))).andExpect(status().isCreated())
                .andExpect(jsonPath("$.trackingUrl", containsString("/track/"))).andReturn().getResponse().getContentAsString();
        ComplaintNumber number = new ComplaintNumber(JsonPath.read(answer, "$.number"));
        desk.complete(number, "RecordComplaint", "customerName", "张先生");
        desk.diagnose(number);
        desk.propose(number, "REFUND", 50);
        requests.write(number, CustomerMessage.onPage("什么时候退款？", "form-1", List.of()));
        requests.write(number, new CustomerMessage("我接受", MessageSource.MAIL, "stranger@example.net", false, "<1@x>", List.of()));

        mvc.perform(asAdmin(get("/api/complaints/" + number))).andExpect(status().isOk())
                .andExpect(jsonPath("$.trackingUrl").value(JsonPath.<String>read(answer, "$.trackingUrl")))
                .andExpect(jsonPath("$.waiting.what").value("PROPOSAL")).andExpect(jsonPath("$.waiting.round").value(1))
                .andExpect(jsonPath("$.contactConfirmed").value(true))
                .andExpect(jsonPath("$.messages", hasSize(2)))
                .andExpect(jsonPath("$.messages[0].text").value("什么时候退款？"))
                .andExpect(jsonPath("$.messages[0].verified").value(true))
                .andExpect(jsonPath("$.messages[1].from").value("s***@example.net"))
                .andExpect(jsonPath("$.messages[1].verified").value(false));
        User fay = identity.newUser("linkfay");
        fay.setPassword("demo");
        identity.saveUser(fay);
        identity.createMembership("linkfay", "finance");
        mvc.perform(get("/api/complaints/" + number).with(httpBasic("linkfay", "demo")))
                .andExpect(status().isOk()).andExpect(jsonPath("$.trackingUrl").doesNotExist());
        identity.deleteUser("linkfay");
        mvc.perform(asAdmin(get("/api/complaints").param("q", number.value())))
                .andExpect(jsonPath("$.complaints[0].waiting.what").value("PROPOSAL"))
                .andExpect(jsonPath("$.complaints[0].messages").doesNotExist())
                .andExpect(jsonPath("$.complaints[0].trackingUrl").doesNotExist());
    }

    @Test
    void clocks_tell_what_is_due_and_why() throws Exception {
        ComplaintNumber number = desk.diagnosed();
        desk.propose(number, "REFUND", 50);
        String settlement = "$.clocks[?(@.name == 'SETTLEMENT')]";

        mvc.perform(asAdmin(get("/api/complaints/" + number))).andExpect(status().isOk())
                .andExpect(jsonPath("$.clocks[*].name", hasItem("FIRST_RESPONSE")))
                .andExpect(jsonPath(settlement + ".state").value("WAITING"))
                .andExpect(jsonPath(settlement + ".waiting[0].why").value("PROPOSAL"))
                .andExpect(jsonPath(settlement + ".calendar.hours").exists())
                .andExpect(jsonPath(settlement + ".ledger[*].what", hasItem("STARTED")))
                .andExpect(jsonPath(settlement + ".ledger[0].rule").exists())
                .andExpect(jsonPath(settlement + ".ledger[0].version").exists())
                .andExpect(jsonPath(settlement + ".ledger[0].dueAt").exists())
                .andExpect(jsonPath("$.deadlines.paused").value(true)).andExpect(jsonPath("$.deadlines.overdue").value(false))
                .andExpect(jsonPath("$.deadlines.settlementDue").doesNotExist());
        mvc.perform(asAdmin(get("/api/complaints").param("q", number.value())))
                .andExpect(jsonPath("$.complaints[0].deadlines.paused").value(true))
                .andExpect(jsonPath("$.complaints[0].deadlines.settlementDue").doesNotExist())
                .andExpect(jsonPath("$.complaints[0].clocks").doesNotExist());
    }

    @Test
    void response_that_another_program_knows_of_is_recorded_once() throws Exception {
        ComplaintNumber number = desk.recorded();
        String path = "/api/complaints/" + number + "/first-response";

        mvc.perform(asAdmin(post(path)).contentType(MediaType.APPLICATION_JSON).content("{\"note\": \"已答复\"}"))
                .andExpect(status().isBadRequest()).andExpect(jsonPath("$.errors[0].field").value("via"));
        mvc.perform(asAdmin(post(path)).contentType(MediaType.APPLICATION_JSON).content("{\"via\": \"CHAT\", \"note\": \"已答复\"}"))
                .andExpect(status().isNoContent());
        mvc.perform(asAdmin(post(path)).contentType(MediaType.APPLICATION_JSON).content("{\"via\": \"CHAT\", \"note\": \"已答复\"}"))
                .andExpect(status().isUnprocessableEntity());
        mvc.perform(asAdmin(get("/api/complaints/" + number)))
                .andExpect(jsonPath("$.clocks[?(@.name == 'FIRST_RESPONSE')].state").value("STOPPED"));
    }

    @Test
    void schema_of_the_clocks_has_no_two_things_of_one_name() throws Exception {
        mvc.perform(asAdmin(get("/v3/api-docs"))).andExpect(status().isOk())
                .andExpect(jsonPath("$.components.schemas.ClockSheet.properties.ledger.items['$ref']").value("#/components/schemas/ClockLine"))
                .andExpect(jsonPath("$.components.schemas.ClockLine.properties.why").exists())
                .andExpect(jsonPath("$.components.schemas.ClockWait.properties.since").exists())
                .andExpect(jsonPath("$.components.schemas.ClockCalendar.properties.hours").exists())
                .andExpect(jsonPath("$.components.schemas.Waiting.properties.answerBy").exists());
    }

    @Test
    void complaint_opened_from_a_review_names_it() throws Exception {
        ComplaintNumber number = complaints.register(new NewComplaint("某某旗舰店", Channel.TMALL, null, null, null, "评价：酒瓶破损",
                null, null, new Contact("王**", null, null, null), "R-20261121-000043")).number();

        mvc.perform(asAdmin(get("/api/complaints/" + number))).andExpect(jsonPath("$.review").value("R-20261121-000043"))
                .andExpect(jsonPath("$.timeline[0].text").value("收到投诉：天猫 · 评价 R-20261121-000043"));
    }

    @Test
    void the_same_complaint_again_answers_with_the_same_number() throws Exception {
        String body = BODY.formatted(UUID.randomUUID());
        String first = mvc.perform(send(body)).andExpect(status().isCreated()).andReturn().getResponse().getContentAsString();

        mvc.perform(send(body)).andExpect(status().isOk())
                .andExpect(jsonPath("$.number").value(JsonPath.<String>read(first, "$.number")));
    }

    @Test
    void the_same_complaint_sent_eight_times_at_once_opens_one_case() throws Exception {
        String body = BODY.formatted(UUID.randomUUID());
        ExecutorService senders = Executors.newFixedThreadPool(8);
        try {
            Callable<String> sending = () -> JsonPath.read(
                    mvc.perform(send(body)).andReturn().getResponse().getContentAsString(), "$.number");
            List<Future<String>> answers = senders.invokeAll(IntStream.range(0, 8).mapToObj(i -> sending).toList());
            String number = answers.get(0).get();
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo(number);
            }
            assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).count()).isOne();
        } finally {
            senders.shutdownNow();
        }
    }

    @Test
    void incomplete_complaint_is_refused_naming_each_field() throws Exception {
        mvc.perform(send("{\"shop\": \" \", \"channel\": \"TMALL\", \"orderAmount\": -5, \"customer\": {\"name\": \"\"}}"))
                .andExpect(status().isBadRequest()).andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.type").value(startsWith("urn:complaint-desk:problem:")))
                .andExpect(jsonPath("$.errors[*].field", org.hamcrest.Matchers.containsInAnyOrder("shop", "orderAmount",
                        "description", "customer.name")));
    }

    @Test
    void blank_id_is_refused_because_the_request_could_not_be_sent_again_safely() throws Exception {
        mvc.perform(send(BODY.formatted(" "))).andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("externalId"));
    }

    @Test
    void unknown_channel_is_refused_naming_the_channels() throws Exception {
        mvc.perform(send(BODY.formatted("x").replace("TMALL", "FAX"))).andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("channel"))
                .andExpect(jsonPath("$.errors[0].message", containsString("TMALL, TAOBAO, JD")));
    }

    @Test
    void impossible_mail_address_is_refused_before_anything_is_kept() throws Exception {
        mvc.perform(send(BODY.formatted(UUID.randomUUID()).replace("zhang@example.com", "zhang@@\\r\\nBcc: x@y.z")))
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.errors", hasSize(1)))
                .andExpect(jsonPath("$.errors[0].field").value("email"));
    }

    @Test
    void text_that_no_database_keeps_and_absurd_times_are_no_internal_error() throws Exception {
        mvc.perform(send(BODY.formatted(UUID.randomUUID()).replace("\"shop\": \"", "\"shop\": \"\\u0000")))
                .andExpect(status().isCreated());
        mvc.perform(asAdmin(get("/api/complaints").param("q", "\0"))).andExpect(status().isOk());
        mvc.perform(send("{\"shop\": \"店\", \"channel\": \"WEB\", \"description\": \"坏\", \"customer\": {\"name\": \"王\"}, "
                + "\"occurredAt\": \"+999999999-12-31T23:59:59Z\"}")).andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.errors[0].field").value("occurredAt"));
    }

    @Test
    void nobody_reads_or_writes_without_signing_in() throws Exception {
        mvc.perform(get("/api/complaints")).andExpect(status().isUnauthorized());
        mvc.perform(post("/api/complaints").contentType(MediaType.APPLICATION_JSON).content(BODY))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void finance_reads_complaints_but_neither_registers_nor_ends_them() throws Exception {
        if (identity.createUserQuery().userId("apifay").count() == 0) {
            User fay = identity.newUser("apifay");
            fay.setPassword("demo");
            identity.saveUser(fay);
            identity.createMembership("apifay", "finance");
        }

        mvc.perform(get("/api/complaints").with(httpBasic("apifay", "demo"))).andExpect(status().isOk());
        mvc.perform(post("/api/complaints").with(httpBasic("apifay", "demo")).contentType(MediaType.APPLICATION_JSON)
                .content(BODY.formatted(UUID.randomUUID()))).andExpect(status().isForbidden())
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"));
    }

    @Test
    void unknown_number_is_not_found() throws Exception {
        mvc.perform(asAdmin(get("/api/complaints/C-20200101-000001"))).andExpect(status().isNotFound());
        mvc.perform(asAdmin(get("/api/complaints/nonsense"))).andExpect(status().isNotFound());
    }

    @Test
    void withdrawn_complaint_is_closed_over_the_api() throws Exception {
        String answer = mvc.perform(send(BODY.formatted(UUID.randomUUID()))).andReturn().getResponse().getContentAsString();
        String number = JsonPath.read(answer, "$.number");

        mvc.perform(asAdmin(post("/api/complaints/" + number + "/ending")).contentType(MediaType.APPLICATION_JSON)
                .content("{\"closing\": \"WITHDRAWN\", \"note\": \"客户来电撤诉\"}")).andExpect(status().isNoContent());

        mvc.perform(asAdmin(get("/api/complaints/" + number))).andExpect(jsonPath("$.status").value("CLOSED"))
                .andExpect(jsonPath("$.closing").value("WITHDRAWN"))
                .andExpect(jsonPath("$.timeline[-1:].who").value("admin"));
    }
}
