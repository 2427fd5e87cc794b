package org.complaintdesk.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.MatterOutcome;
import org.complaintdesk.complaint.OutsideMatter;
import org.complaintdesk.complaint.OutsideMatters;
import org.complaintdesk.complaint.WhoActs;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@DeskTest
class MatterPagesTests {

    private static final RequestPostProcessor ADMIN = httpBasic("admin", "demo");

    @Autowired MockMvc mvc;
    @Autowired CaseDriver desk;
    @Autowired OutsideMatters matters;
    @Autowired Clock clock;

    @Test
    void matter_is_opened_on_the_page_and_shown_on_the_case() throws Exception {
        ComplaintNumber number = desk.recorded();
        mvc.perform(get(page(number)).with(ADMIN)).andExpect(status().isOk()).andExpect(content().string(containsString("还没有外部事项。")));

        send(post(page(number)).param("kind", "COURIER").param("platform", "").param("party", "顺丰<b>速运</b>").param("reference", "SF-1")
                .param("whoActs", "THEM").param("dueAt", "").param("note", "破损索赔")).andExpect(redirectedUrl(page(number) + "?done=opened"));

        mvc.perform(get(page(number) + "?done=opened").with(ADMIN)).andExpect(content().string(containsString("已登记，跟进任务已交给客服。")))
                .andExpect(content().string(containsString("向快递索赔 · 顺丰&lt;b&gt;速运&lt;/b&gt; · SF-1")))
                .andExpect(content().string(containsString("本案计时暂停"))).andExpect(content().string(containsString("破损索赔")));
        mvc.perform(get("/cases/" + number).with(ADMIN)).andExpect(content().string(containsString("顺丰&lt;b&gt;速运&lt;/b&gt;")))
                .andExpect(content().string(containsString(page(number) + "#matter-" + sole(number).id())))
                .andExpect(content().string(containsString("登记外部事项")));
        assertThat(sole(number).openedBy()).isEqualTo("admin");
    }

    @Test
    void what_is_refused_is_said_and_what_was_typed_stays() throws Exception {
        ComplaintNumber number = desk.recorded();

        send(post(page(number)).param("kind", "COURIER").param("platform", "").param("party", "").param("reference", "SF-2")
                .param("whoActs", "THEM_BESIDE").param("dueAt", "2030-01-01T10:00").param("note", "等赔付"))
                .andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("请填写“对方”。")))
                .andExpect(content().string(containsString("value=\"SF-2\""))).andExpect(content().string(containsString("等赔付")))
                .andExpect(content().string(containsString("value=\"COURIER\" selected=\"selected\"")))
                .andExpect(content().string(containsString("value=\"2030-01-01T10:00\"")));
        send(post(page(number)).param("kind", "REGULATOR").param("whoActs", "US").param("dueAt", "明天"))
                .andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("“处理期限”应为日期和时间，不能是“明天”。")));
        assertThat(matters.of(number)).isEmpty();
    }

    @Test
    void progress_and_new_time_and_the_end_are_noted_on_the_page() throws Exception {
        ComplaintNumber number = opened();
        OutsideMatter matter = sole(number);
        LocalDateTime due = LocalDateTime.ofInstant(clock.instant(), clock.getZone()).plusDays(3).truncatedTo(ChronoUnit.MINUTES);

        send(post(page(number) + "/" + matter.id() + "/progress").param("whoActs", "US").param("dueAt", due.toString())
                .param("reference", "12315-77").param("note", "监管部门同意延期")).andExpect(redirectedUrl(page(number) + "?done=changed"));
        assertThat(sole(number).dueEntered()).isEqualTo(due.atZone(clock.getZone()).toInstant());
        mvc.perform(get("/cases/" + number).with(ADMIN)).andExpect(content().string(containsString("监管部门同意延期")));

        send(post(page(number) + "/" + matter.id() + "/progress").param("whoActs", "US").param("dueAt", "").param("reference", "12315-77")
                .param("note", "")).andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("没有新的内容")));

        send(post(page(number) + "/" + matter.id() + "/closing").param("outcome", "").param("result", "已退款"))
                .andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("请选择“结果如何”。")))
                .andExpect(content().string(containsString("已退款")));
        send(post(page(number) + "/" + matter.id() + "/closing").param("outcome", "AGREED").param("result", "已退款"))
                .andExpect(redirectedUrl(page(number) + "?done=closed"));
        assertThat(sole(number).outcome()).isEqualTo(MatterOutcome.AGREED);
        mvc.perform(get(page(number)).with(ADMIN)).andExpect(content().string(containsString("已了结：协商解决")))
                .andExpect(content().string(not(containsString("/closing"))));
    }

    @Test
    void matter_belongs_to_its_case() throws Exception {
        ComplaintNumber number = opened();
        ComplaintNumber other = desk.recorded();

        send(post(page(other) + "/" + sole(number).id() + "/closing").param("outcome", "AGREED")).andExpect(status().isNotFound());
        mvc.perform(get("/cases/C-20990101-000001/matters").with(ADMIN)).andExpect(status().isNotFound());
        assertThat(sole(number).isOpen()).isTrue();
    }

    @Test
    void agents_and_supervisors_act_and_others_read() throws Exception {
        ComplaintNumber number = opened();
        for (String group : new String[] {"agents", "supervisors"}) {
            mvc.perform(post(page(number) + "/" + sole(number).id() + "/progress").param("note", group).param("whoActs", "US")
                    .with(as(group)).with(csrf())).andExpect(redirectedUrl(page(number) + "?done=changed"));
        }
        for (String group : new String[] {"managers", "finance", "warehouse"}) {
            mvc.perform(post(page(number)).param("kind", "REGULATOR").param("whoActs", "US").with(as(group)).with(csrf()))
                    .andExpect(status().isForbidden());
            mvc.perform(get(page(number)).with(as(group))).andExpect(status().isOk())
                    .andExpect(content().string(containsString("12315"))).andExpect(content().string(not(containsString("<form class=\"fields"))));
        }
        mvc.perform(post(page(number)).param("kind", "REGULATOR").param("whoActs", "US").with(as("agents"))).andExpect(status().isForbidden());
        mvc.perform(get(page(number))).andExpect(status().isUnauthorized());
        assertThat(matters.of(number)).hasSize(1);
    }

    @Test
    void agents_word_that_makes_the_case_wait_moves_what_its_tasks_are_due_by() throws Exception {
        ComplaintNumber number = desk.recorded();

        mvc.perform(post(page(number)).param("kind", "OTHER").param("party", "某检测机构").param("whoActs", "THEM").with(as("agents")).with(csrf()))
                .andExpect(redirectedUrl(page(number) + "?done=opened"));
        mvc.perform(post(page(number) + "/" + sole(number).id() + "/progress").param("whoActs", "US").with(as("agents")).with(csrf()))
                .andExpect(redirectedUrl(page(number) + "?done=changed"));
        mvc.perform(post(page(number) + "/" + sole(number).id() + "/closing").param("outcome", "AGREED").with(as("agents")).with(csrf()))
                .andExpect(redirectedUrl(page(number) + "?done=closed"));
    }

    @Test
    void ending_a_case_early_says_what_to_do_first() throws Exception {
        ComplaintNumber number = opened();

        send(post("/cases/" + number + "/ending").param("closing", "UNREACHABLE").param("note", "联系不上"))
                .andExpect(content().string(containsString("还有须由我方答复的外部事项：12315 或监管部门")));

        assertThat(desk.complaint(number).isClosed()).isFalse();
    }

    private ComplaintNumber opened() throws Exception {
        ComplaintNumber number = desk.recorded();
        send(post(page(number)).param("kind", "REGULATOR").param("whoActs", WhoActs.US.name())).andExpect(status().isFound());
        return number;
    }

    private ResultActions send(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(ADMIN).with(csrf()));
    }

    private OutsideMatter sole(ComplaintNumber number) {
        assertThat(matters.of(number)).hasSize(1);
        return matters.of(number).get(0);
    }

    private static RequestPostProcessor as(String group) {
        return user("matters-" + group).authorities(new SimpleGrantedAuthority(group));
    }

    private static String page(ComplaintNumber number) {
        return "/cases/" + number + "/matters";
    }
}
