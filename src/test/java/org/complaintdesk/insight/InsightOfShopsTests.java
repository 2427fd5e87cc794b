package org.complaintdesk.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.Closing;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.TwoShopsTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A supervisor sees the figures, cases, ways and stays of their own shops only; a manager those of all. */
@TwoShopsTest
class InsightOfShopsTests {

    private static final String NORTHERN = "insightnorth";
    private static final String MANAGER = "insightboss";

    @Autowired MockMvc mvc;
    @Autowired CaseDriver desk;
    @Autowired Complaints complaints;
    @Autowired StepHistory history;
    @Autowired IdentityService identity;
    @Autowired Shops shops;
    @Autowired JdbcClient jdbc;
    @Autowired ObjectMapper json;
    @Autowired Clock clock;

    @BeforeEach
    void people() {
        joins(NORTHERN, "supervisors", List.of(TwoShopsTest.NORTH));
        joins(MANAGER, "managers", List.of());
    }

    @AfterEach
    void goHome() {
        ClockUtil.reset();
        List.of(NORTHERN, MANAGER).forEach(identity::deleteUser);
    }

    @Test
    void figures_are_of_the_shops_one_sees() throws Exception {
        later(Duration.ofDays(1));
        long north = received(NORTHERN);
        long all = received(MANAGER);

        desk.arrives(of(TwoShopsTest.SOUTH));
        later(Duration.ofSeconds(11));

        assertThat(received(NORTHERN)).isEqualTo(north);
        assertThat(received(MANAGER)).isEqualTo(all + 1);
        assertThat(ask(NORTHERN, "/insight/figures").get("shops").findValuesAsText("shop")).doesNotContain(TwoShopsTest.SOUTH);
        assertThat(ask(MANAGER, "/insight/figures").get("shops").findValuesAsText("shop")).startsWith(TwoShopsTest.NORTH, TwoShopsTest.SOUTH);
    }

    @Test
    void case_of_another_shop_is_not_there() throws Exception {
        ComplaintNumber south = desk.recorded(of(TwoShopsTest.SOUTH));
        String instance = jdbc.sql("select proc_inst_id_ from act_hi_procinst where business_key_ = ? and proc_def_key_ = 'complaint-handling'")
                .param(south.value()).query(String.class).single();

        for (String path : List.of("/insight/cases/" + south, "/insight/instances/" + instance + "/case", "/insight/instances/" + instance + "/path")) {
            mvc.perform(get(path).with(httpBasic(NORTHERN, "demo"))).andExpect(status().isNotFound());
            mvc.perform(get(path).with(httpBasic(MANAGER, "demo"))).andExpect(status().isOk());
        }
        assertThat(ask(NORTHERN, "/insight/stays/complaint-handling/DiagnoseProblem").findValuesAsText("number")).doesNotContain(south.value());
        complaints.endEarly(south, Closing.WITHDRAWN, "客户撤诉");
        assertThat(ask(NORTHERN, "/insight/finished?q=" + south).get("rows")).isEmpty();
        assertThat(ask(MANAGER, "/insight/finished?q=" + south).get("rows")).hasSize(1);
    }

    @Test
    void stays_are_those_of_the_shops_one_sees() throws Exception {
        jdbc.sql("truncate step_stay, step_stay_reading").update();
        ComplaintNumber south = desk.recorded(of(TwoShopsTest.SOUTH));
        desk.diagnose(south);
        later(Duration.ofMinutes(10));
        boolean more = true;
        while (more) {
            more = history.countNext();
        }

        assertThat(jdbc.sql("select distinct shop from step_stay where step = 'DiagnoseProblem'").query(String.class).list())
                .contains(TwoShopsTest.SOUTH);
        assertThat(counted(NORTHERN)).isLessThan(counted(MANAGER));
    }

    private long counted(String person) throws Exception {
        return ask(person, "/insight/stays?process=complaint-handling").get("counted").asLong();
    }

    private long received(String person) throws Exception {
        return ask(person, "/insight/figures").get("stages").get(0).get("count").asLong();
    }

    private static NewComplaint of(String shop) {
        return new NewComplaint(shop, Channel.EMAIL, UUID.randomUUID().toString(), null, null, "杯子碎了。", null, null,
                new Contact("林女士", UUID.randomUUID() + "@example.com", null, null));
    }

    private void later(Duration time) {
        ClockUtil.setCurrentTime(Date.from(clock.instant().plus(time)));
    }

    private JsonNode ask(String person, String path) throws Exception {
        return json.readTree(mvc.perform(get(path).with(httpBasic(person, "demo"))).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private void joins(String id, String group, List<String> seen) {
        if (identity.createUserQuery().userId(id).count() == 0) {
            User person = identity.newUser(id);
            person.setFirstName(id);
            person.setLastName("");
            person.setPassword("demo");
            identity.saveUser(person);
            identity.createMembership(id, group);
        }
        shops.assign(id, false, seen);
    }
}
