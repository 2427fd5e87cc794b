package org.complaintdesk.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.Closing;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@DeskTest
class CasePagesTests {

    private static final RequestPostProcessor ADMIN = httpBasic("admin", "demo");

    @Autowired MockMvc mvc;
    @Autowired CaseDriver desk;
    @Autowired Customers customers;

    @Test
    void case_file_tells_the_whole_story_with_its_messages() throws Exception {
        ComplaintNumber number = desk.settled();

        mvc.perform(get("/cases/" + number).with(ADMIN)).andExpect(status().isOk())
                .andExpect(content().string(containsString("收到的酒瓶破损")))
                .andExpect(content().string(containsString("快递分拣时摔落")))
                .andExpect(content().string(containsString("投诉处理方案 " + number)))
                .andExpect(content().string(containsString("待回访")));
    }

    @Test
    void what_a_customer_wrote_is_shown_and_never_run() throws Exception {
        ComplaintNumber number = desk.arrives(new NewComplaint("店", Channel.WEB, null, null, null,
                "<script>alert(1)</script> **坏了**", null, null, new Contact("<b>王</b>", null, null, null)));

        mvc.perform(get("/cases/" + number).with(ADMIN)).andExpect(content().string(not(containsString("<script>alert"))))
                .andExpect(content().string(containsString("&lt;script&gt;alert(1)&lt;/script&gt; **坏了**")))
                .andExpect(content().string(not(containsString("<b>王</b>"))));
    }

    @Test
    void customer_who_refuses_contact_is_marked() throws Exception {
        ComplaintNumber number = desk.arrives(new NewComplaint("店", Channel.TMALL, null, null, null, "酒瓶破损", null, null,
                new Contact("王**", null, null, null)));
        mvc.perform(get("/cases/" + number).with(ADMIN)).andExpect(content().string(not(containsString("客户已拒绝被主动联系"))));

        customers.refuseContact(desk.complaint(number).customerId(), "不要再联系我");
        mvc.perform(get("/cases/" + number).with(ADMIN)).andExpect(content().string(containsString("客户已拒绝被主动联系")));
    }

    @Test
    void case_is_found_by_number_order_and_words() throws Exception {
        ComplaintNumber number = desk.recorded();
        for (String words : new String[] {number.value(), "TB20261121001", "酒都漏光了"}) {
            mvc.perform(get("/cases").param("q", words).with(ADMIN)).andExpect(status().isOk())
                    .andExpect(content().string(containsString(number.value())));
        }
        mvc.perform(get("/cases").param("q", "%没有这样的词%").with(ADMIN))
                .andExpect(content().string(containsString("没有符合条件的投诉")));
    }

    @Test
    void agent_ends_a_case_early_and_a_missing_reason_keeps_it_open() throws Exception {
        ComplaintNumber number = desk.recorded();

        mvc.perform(post("/cases/" + number + "/ending").with(ADMIN).with(csrf()).param("closing", "DUPLICATE")
                .param("note", "C-20990101-000001")).andExpect(status().isOk())
                .andExpect(content().string(containsString("没有找到原投诉")));
        assertThat(desk.hasEnded(number)).isFalse();

        mvc.perform(post("/cases/" + number + "/ending").with(ADMIN).with(csrf()).param("closing", "WITHDRAWN")
                .param("note", "客户来电撤诉")).andExpect(redirectedUrl("/cases/" + number));
        assertThat(desk.complaint(number).closing()).isEqualTo(Closing.WITHDRAWN);
    }

    @Test
    void forged_request_from_another_site_is_refused() throws Exception {
        ComplaintNumber number = desk.recorded();
        mvc.perform(post("/cases/" + number + "/ending").with(ADMIN).param("closing", "WITHDRAWN").param("note", "x"))
                .andExpect(status().isForbidden());
        assertThat(desk.hasEnded(number)).isFalse();
    }

    @Test
    void nobody_reads_a_case_without_signing_in() throws Exception {
        mvc.perform(get("/cases")).andExpect(status().isUnauthorized());
        mvc.perform(get("/cases/C-20990101-000001").with(ADMIN)).andExpect(status().isNotFound());
    }

    @Test
    void agent_records_the_first_response_once_and_is_told_what_is_missing() throws Exception {
        ComplaintNumber number = desk.recorded();
        mvc.perform(get("/cases/" + number).with(ADMIN)).andExpect(content().string(containsString("登记首次响应")));

        mvc.perform(post("/cases/" + number + "/first-response").param("via", "PHONE").with(ADMIN).with(csrf()))
                .andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("请填写“说明”")));
        mvc.perform(post("/cases/" + number + "/first-response").param("via", "PHONE").param("note", "已致电说明").with(ADMIN).with(csrf()))
                .andExpect(redirectedUrl("/cases/" + number));

        mvc.perform(get("/cases/" + number).with(ADMIN)).andExpect(content().string(not(containsString("登记首次响应"))))
                .andExpect(content().string(containsString("电话 · 已致电说明")));
    }

    @Test
    void case_that_waits_for_its_customer_says_so_where_its_time_was() throws Exception {
        ComplaintNumber number = desk.diagnosed();
        desk.propose(number, "REFUND", 50);

        mvc.perform(get("/cases/" + number).with(ADMIN)).andExpect(content().string(containsString("等待中，暂停计时")));
        mvc.perform(get("/cases").param("q", number.value()).with(ADMIN)).andExpect(content().string(containsString("等待中，暂停计时")));
    }
}
