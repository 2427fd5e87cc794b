package org.complaintdesk.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.complaintdesk.complaint.Closing;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.CustomerRequests;
import org.complaintdesk.complaint.CustomerView;
import org.complaintdesk.complaint.Stage;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@DeskTest
class TrackPagesTests {

    @Autowired MockMvc mvc;
    @Autowired CaseDriver desk;
    @Autowired PrivateLinks links;
    @Autowired CustomerRequests requests;

    @Test
    void customer_sees_where_the_case_is_and_who_has_to_act() throws Exception {
        ComplaintNumber number = desk.recorded();
        page(number).andExpect(status().isOk()).andExpect(content().string(containsString("我们正在处理")))
                .andExpect(content().string(containsString("我们正在核实您反映的问题")));

        desk.diagnose(number);
        desk.propose(number, "REFUND", 99);
        page(number).andExpect(content().string(containsString("轮到您了")))
                .andExpect(content().string(containsString("¥99.00")))
                .andExpect(content().string(containsString("经核实，商品在运输途中破损。")));
    }

    @Test
    void page_is_kept_by_nobody_and_gives_its_address_to_nobody() throws Exception {
        page(desk.recorded()).andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(header().string("Referrer-Policy", "no-referrer"))
                .andExpect(header().string("X-Robots-Tag", containsString("noindex")));
    }

    @Test
    void accepting_reaches_the_flow_and_a_second_click_says_so() throws Exception {
        ComplaintNumber number = proposed();
        answer(number, "accept", "round", round(number)).andExpect(redirectedUrlPattern("/track/*?deed=ACCEPT&answered=DONE"));
        assertThat(desk.complaint(number).stage()).isEqualTo(Stage.EXECUTING);
        assertThat(desk.isOpen(number, "RecordCustomerAnswer")).isFalse();

        answer(number, "accept", "round", "1").andExpect(redirectedUrlPattern("/track/*?deed=ACCEPT&answered=ALREADY"));
    }

    @Test
    void declining_with_a_wish_needs_the_wish_and_keeps_what_was_typed() throws Exception {
        ComplaintNumber number = proposed();
        answer(number, "decline", "round", "1", "wish", "yes", "reason", " ").andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("请写一下您希望怎样处理。")));
        answer(number, "decline", "round", "1", "wish", "yes", "reason", "请换一箱新的")
                .andExpect(redirectedUrlPattern("/track/*?deed=DECLINE&answered=DONE"));
        assertThat(desk.complaint(number).stage()).isEqualTo(Stage.PROPOSING);
    }

    @Test
    void withdrawing_ends_the_case() throws Exception {
        ComplaintNumber number = desk.recorded();
        answer(number, "withdraw", "reason", "已经和卖家说好了").andExpect(redirectedUrlPattern("/track/*?deed=WITHDRAW&answered=DONE"));
        assertThat(desk.complaint(number).closing()).isEqualTo(Closing.WITHDRAWN);
        page(number).andExpect(content().string(containsString("您已撤回这件投诉")));
    }

    @Test
    void message_with_a_photo_is_kept_once() throws Exception {
        ComplaintNumber number = desk.recorded();
        String key = "00000000-0000-4000-8000-000000000001";
        for (String answered : new String[] {"DONE", "ALREADY"}) {
            mvc.perform(multipart(path(number) + "/message").file(new MockMultipartFile("files", "a.txt", "text/plain", "碎片照片".getBytes("UTF-8")))
                            .param("key", key).param("text", "箱子里还有一瓶是好的").with(csrf()))
                    .andExpect(redirectedUrlPattern("/track/*?deed=MESSAGE&answered=" + answered));
        }
        CustomerView view = requests.view(number);
        assertThat(view.messages()).hasSize(1);
        assertThat(view.messages().get(0).files()).hasSize(1);
        page(number).andExpect(content().string(containsString("箱子里还有一瓶是好的"))).andExpect(content().string(containsString("a.txt")));
    }

    @Test
    void unknown_link_leads_nowhere() throws Exception {
        mvc.perform(get("/track/AAAAAAAAAAAAAAAAAAAAAA")).andExpect(status().isNotFound())
                .andExpect(content().string(not(containsString("C-2"))));
    }

    private ComplaintNumber proposed() {
        ComplaintNumber number = desk.diagnosed();
        desk.propose(number, "REFUND", 99);
        return number;
    }

    private String round(ComplaintNumber number) {
        return String.valueOf(requests.view(number).offer().round());
    }

    private String path(ComplaintNumber number) {
        return "/track/" + links.token(number.value());
    }

    private ResultActions page(ComplaintNumber number) throws Exception {
        return mvc.perform(get(path(number)).header("Accept-Language", "zh-CN"));
    }

    private ResultActions answer(ComplaintNumber number, String form, String... fields) throws Exception {
        var request = post(path(number) + "/" + form).header("Accept-Language", "zh-CN").with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return mvc.perform(request);
    }
}
