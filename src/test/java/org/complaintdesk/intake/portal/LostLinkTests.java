package org.complaintdesk.intake.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.complaintdesk.support.FormToken.formToken;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@DeskTest
class LostLinkTests {

    @Autowired MockMvc mvc;
    @Autowired CaseDriver desk;
    @Autowired JdbcClient jdbc;
    @Autowired PortalProperties settings;

    private final NewComplaint complaint = CaseDriver.somethingBroken();
    private String address = "lost-" + UUID.randomUUID();

    @Test
    void answer_does_not_tell_whether_there_is_such_a_case_and_mail_goes_to_the_address_on_file_only() throws Exception {
        String number = desk.arrives(complaint).value();
        ask(number, "someone.else@example.com").andExpect(status().isFound()).andExpect(redirectedUrl("/portal/link/sent"));
        ask("C-20261122-999999", complaint.customer().email()).andExpect(redirectedUrl("/portal/link/sent"));
        ask(" " + number.toLowerCase(Locale.ROOT) + " ", complaint.customer().email().toUpperCase(Locale.ROOT))
                .andExpect(redirectedUrl("/portal/link/sent"));

        await().atMost(Duration.ofSeconds(20)).until(() -> sent(number) == 1);
        assertThat(jdbc.sql("select recipient from customer_update where case_number = ? and kind = 'NEW_LINK'").param(number)
                .query(String.class).single()).isEqualTo(complaint.customer().email());
        assertThat(jdbc.sql("select count(*) from customer_update where recipient = 'someone.else@example.com'").query(Long.class).single()).isZero();
        mvc.perform(get("/portal/link/sent")).andExpect(content().string(containsString("如果编号和邮箱与登记的一致")));
    }

    @Test
    void link_of_a_case_is_sent_a_few_times_a_day_however_often_it_is_asked_for() throws Exception {
        String number = desk.arrives(complaint).value();
        for (int i = 0; i < settings.linksPerCaseAndDay() + 3; i++) {
            ask(number, complaint.customer().email()).andExpect(redirectedUrl("/portal/link/sent"));
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> sent(number) >= settings.linksPerCaseAndDay());
        assertThat(sent(number)).isEqualTo(settings.linksPerCaseAndDay());
    }

    @Test
    void whoever_tries_many_numbers_is_held_up() throws Exception {
        for (int i = 0; i < settings.linksPerAddressAndHour(); i++) {
            ask("C-20261122-00000" + i % 10, "wang@example.com").andExpect(status().isFound());
        }
        ask("C-20261122-000001", "wang@example.com").andExpect(status().isTooManyRequests())
                .andExpect(content().string(containsString("value=\"wang@example.com\"")));
        address = "else-" + UUID.randomUUID();
        ask("C-20261122-000001", "wang@example.com").andExpect(status().isFound());
    }

    @Test
    void what_is_no_number_and_no_address_is_said_beside_the_field() throws Exception {
        ask("<b>42", "wang@@example").andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("编号写成"))).andExpect(content().string(containsString("请填写提交投诉时留下的邮箱")))
                .andExpect(content().string(containsString("value=\"&lt;b&gt;42\"")));
        mvc.perform(post("/portal/link").with(formToken())).andExpect(status().isUnprocessableEntity());
    }

    private ResultActions ask(String number, String email) throws Exception {
        return mvc.perform(post("/portal/link").param("number", number).param("email", email).with(formToken()).with(request -> {
            request.setRemoteAddr(address);
            return request;
        }));
    }

    private long sent(String number) {
        return jdbc.sql("select count(*) from customer_update where case_number = ? and kind = 'NEW_LINK'").param(number)
                .query(Long.class).single();
    }
}
