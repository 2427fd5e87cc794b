package org.complaintdesk.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.update.CustomerUpdates;
import org.complaintdesk.update.CustomerUpdates.View;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@DeskTest
class MessagePagesTests {

    private static final RequestPostProcessor ADMIN = httpBasic("admin", "demo");

    @Autowired MockMvc mvc;
    @Autowired CaseDriver desk;
    @Autowired Customers customers;
    @Autowired CustomerUpdates updates;
    @Autowired IdentityService identity;

    @Test
    void case_shows_what_has_become_of_each_message() throws Exception {
        ComplaintNumber number = desk.recorded();
        mvc.perform(get("/cases/" + number).with(ADMIN)).andExpect(content().string(containsString("正在发送")));

        desk.deliver(number);

        mvc.perform(get("/cases/" + number).with(ADMIN)).andExpect(content().string(allOf(containsString("邮件已发出"),
                containsString("/cases/" + number + "/messages/resend"), containsString("查看全文、改正邮箱"))));
    }

    @Test
    void agent_sends_a_message_again_and_the_case_shows_who_did() throws Exception {
        ComplaintNumber number = desk.recorded();
        desk.deliver(number);

        mvc.perform(post("/cases/" + number + "/messages/resend").with(ADMIN).with(csrf()).param("key", key(number)))
                .andExpect(redirectedUrl("/cases/" + number + "#messages"));

        assertThat(updates.of(number.value())).hasSize(2);
        mvc.perform(get("/cases/" + number).with(ADMIN)).andExpect(content().string(containsString("重发")));
        assertThat(updates.of(number.value()).get(1).resentBy()).isEqualTo("admin");
        assertThat(desk.story(number)).contains(Happening.MESSAGE_RESENT);
    }

    @Test
    void wrong_address_is_said_beside_the_field_with_what_was_typed() throws Exception {
        ComplaintNumber number = desk.recorded();

        mvc.perform(post("/cases/" + number + "/messages/address").with(ADMIN).with(csrf()).param("key", key(number))
                        .param("email", "\"><script>alert(1)</script>"))
                .andExpect(status().isOk()).andExpect(content().string(allOf(containsString("id=\"problem\""),
                        containsString("&lt;script&gt;alert(1)"), not(containsString("<script>alert")))));
    }

    @Test
    void corrected_address_stands_in_the_customer_file() throws Exception {
        ComplaintNumber number = desk.recorded();
        String corrected = UUID.randomUUID() + "@example.com";

        mvc.perform(post("/cases/" + number + "/messages/address").with(ADMIN).with(csrf()).param("key", key(number))
                .param("email", corrected)).andExpect(redirectedUrl("/cases/" + number + "#messages"));
        desk.deliver(number);

        assertThat(customers.byId(desk.complaint(number).customerId()).email()).isEqualTo(corrected);
        assertThat(desk.mails(corrected)).hasSize(1);
        assertThat(desk.story(number)).contains(Happening.ADDRESS_CORRECTED);
    }

    @Test
    void whole_text_is_ready_to_pass_on() throws Exception {
        ComplaintNumber number = desk.recorded();

        mvc.perform(get("/cases/" + number + "/messages/one").param("key", key(number)).with(ADMIN)).andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("感谢您联系我们。"), containsString("/track/"))))
                .andExpect(result -> assertThat(result.getResponse().getHeader("Cache-Control")).contains("no-store"));
    }

    @Test
    void message_of_another_case_is_not_there() throws Exception {
        ComplaintNumber number = desk.recorded();
        ComplaintNumber other = desk.recorded();

        mvc.perform(get("/cases/" + number + "/messages/one").param("key", key(other)).with(ADMIN)).andExpect(status().isNotFound());
        mvc.perform(post("/cases/" + number + "/messages/resend").with(ADMIN).with(csrf()).param("key", key(other)))
                .andExpect(status().isNotFound());
        mvc.perform(get("/cases/" + number + "/messages/one").param("key", "x").with(ADMIN)).andExpect(status().isNotFound());
    }

    @Test
    void forged_request_sends_nothing() throws Exception {
        ComplaintNumber number = desk.recorded();
        desk.deliver(number);

        mvc.perform(post("/cases/" + number + "/messages/resend").with(ADMIN).param("key", key(number))).andExpect(status().isForbidden());
        mvc.perform(get("/cases/" + number + "/messages/resend").with(ADMIN).param("key", key(number)));

        assertThat(updates.of(number.value())).hasSize(1);
    }

    @Test
    void colleague_who_does_not_work_on_cases_reads_and_sends_nothing() throws Exception {
        RequestPostProcessor warehouse = colleagueOf("warehouse");
        ComplaintNumber number = desk.recorded();
        desk.deliver(number);

        mvc.perform(get("/cases/" + number).with(warehouse)).andExpect(status().isOk())
                .andExpect(content().string(not(containsString("/messages/"))));
        mvc.perform(get("/cases/" + number + "/messages/one").param("key", key(number)).with(warehouse)).andExpect(status().isForbidden());
        mvc.perform(post("/cases/" + number + "/messages/resend").with(warehouse).with(csrf()).param("key", key(number)))
                .andExpect(status().isForbidden());
        assertThat(updates.of(number.value())).hasSize(1);
    }

    private RequestPostProcessor colleagueOf(String group) {
        User colleague = identity.newUser("reader" + UUID.randomUUID().toString().replace("-", ""));
        colleague.setPassword("demo");
        identity.saveUser(colleague);
        identity.createMembership(colleague.getId(), group);
        return httpBasic(colleague.getId(), "demo");
    }

    private String key(ComplaintNumber number) {
        return updates.of(number.value()).stream().map(View::key).findFirst().orElseThrow();
    }
}
