package org.complaintdesk.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.deadline.CaseTraits;
import org.complaintdesk.deadline.ClockKey;
import org.complaintdesk.deadline.ClockName;
import org.complaintdesk.deadline.PauseReason;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.policy.Severity;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A supervisor sees what is due, overdue, missed and paused, and what came late. */
@DeskTest
class DeadlinePagesTests {

    private static final RequestPostProcessor SUE = httpBasic("clocksue", "demo");
    private static final RequestPostProcessor MAX = httpBasic("clockmax", "demo");
    private static final RequestPostProcessor AMY = httpBasic("clockamy", "demo");

    @Autowired MockMvc mvc;
    @Autowired CaseDriver desk;
    @Autowired CaseClocks clocks;
    @Autowired Clock clock;
    @Autowired Wording wording;
    @Autowired JdbcClient jdbc;
    @Autowired IdentityService identity;

    /** Nothing of another test is in a shop of this name. */
    private final String shop = "=店 " + UUID.randomUUID();

    @BeforeEach
    void people() {
        People.join(identity, "clocksue", "苏姐", "supervisors");
        People.join(identity, "clockmax", "马克斯", "managers");
        People.join(identity, "clockamy", "艾米", "agents");
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    void supervisors_and_managers_see_the_page_and_agents_are_not_led_there() throws Exception {
        list(SUE, BoardTab.AHEAD).andExpect(status().isOk()).andExpect(content().string(containsString("href=\"/deadlines\"")));
        list(MAX, BoardTab.AHEAD).andExpect(status().isOk());
        list(AMY, BoardTab.AHEAD).andExpect(status().isForbidden());
        mvc.perform(get("/cases").with(AMY)).andExpect(content().string(not(containsString("href=\"/deadlines\""))));
        mvc.perform(get("/deadlines/clocks.csv").with(AMY)).andExpect(status().isForbidden());
        mvc.perform(get("/deadlines")).andExpect(status().isUnauthorized());
    }

    @Test
    void an_empty_list_says_so() throws Exception {
        list(SUE, BoardTab.BREACHED).andExpect(content().string(containsString("没有符合条件的记录")));
        mvc.perform(get("/deadlines").param("tab", "WAITING").param("shop", "没有这家店").with(SUE)).andExpect(status().isOk());
    }

    @Test
    void a_clock_moves_from_list_to_list_as_time_passes() throws Exception {
        ComplaintNumber number = complaint();
        ClockKey settlement = started(number, ClockName.SETTLEMENT);
        list(SUE, BoardTab.AHEAD).andExpect(content().string(containsString(number.value())))
                .andExpect(content().string(containsString("#SETTLEMENT")));

        clocks.pause(settlement, "clockamy", PauseReason.of("PROPOSAL"));
        list(SUE, BoardTab.WAITING).andExpect(content().string(containsString(number.value())))
                .andExpect(content().string(containsString("等待客户答复方案")));

        clocks.resume(settlement, "clockamy", PauseReason.of("PROPOSAL"), "客户来电");
        later(Duration.ofHours(30));
        list(SUE, BoardTab.BREACHED).andExpect(content().string(containsString("/clocks#SETTLEMENT")))
                .andExpect(content().string(containsString("已超过 6 小时")));
        clocks.stop(settlement, "clockamy", "已退款");
        list(SUE, BoardTab.BREACHED).andExpect(content().string(not(containsString("/clocks#SETTLEMENT"))));
    }

    @Test
    void a_first_answer_that_came_too_late_stays_on_the_list() throws Exception {
        ComplaintNumber number = complaint();
        ClockKey first = started(number, ClockName.FIRST_RESPONSE);
        later(Duration.ofDays(1));
        list(SUE, BoardTab.FIRST_RESPONSE).andExpect(content().string(containsString("还没有答复")));
        clocks.stop(first, "clockamy", "已电话答复");
        list(SUE, BoardTab.FIRST_RESPONSE).andExpect(content().string(containsString(number.value())))
                .andExpect(content().string(containsString("答复，超过")));
        later(Duration.ofDays(40));
        list(SUE, BoardTab.FIRST_RESPONSE).andExpect(content().string(not(containsString(number.value()))));
    }

    @Test
    void a_night_in_which_nobody_works_makes_an_answer_no_later_in_the_list_than_on_the_page_of_its_case() throws Exception {
        LocalDate day = LocalDate.now(clock).plusDays(1);
        itIs(day.atTime(20, 53));
        ComplaintNumber number = complaint();
        ClockKey first = started(number, ClockName.FIRST_RESPONSE);
        itIs(day.plusDays(1).atTime(9, 5));

        list(SUE, BoardTab.FIRST_RESPONSE).andExpect(content().string(containsString("已超过 7 分钟")));
        mvc.perform(get("/cases/" + number).with(SUE)).andExpect(content().string(containsString("已超过 7 分钟")));
        clocks.stop(first, "clockamy", "已电话答复");
        list(SUE, BoardTab.FIRST_RESPONSE).andExpect(content().string(containsString("答复，超过 7 分钟")));
        mvc.perform(get("/cases/" + number).with(SUE)).andExpect(content().string(containsString("超期 7 分钟")));
    }

    @Test
    void lists_are_narrowed_by_clock_severity_and_shop() throws Exception {
        ComplaintNumber number = complaint();
        started(number, ClockName.SETTLEMENT);
        mvc.perform(get("/deadlines").param("shop", shop).param("clock", "SETTLEMENT").param("severity", "P2").with(SUE))
                .andExpect(content().string(containsString(number.value()))).andExpect(content().string(containsString("清除条件")));
        mvc.perform(get("/deadlines").param("shop", shop).param("severity", "P1").with(SUE))
                .andExpect(content().string(not(containsString(number.value()))));
        mvc.perform(get("/deadlines").param("shop", shop).param("clock", "REGULATOR").with(SUE))
                .andExpect(content().string(not(containsString(number.value()))));
        mvc.perform(get("/deadlines").param("shop", "%").with(SUE)).andExpect(content().string(not(containsString(number.value()))));
        mvc.perform(get("/deadlines").param("clock", "NO_SUCH").with(SUE)).andExpect(status().isBadRequest());
    }

    @Test
    void alarms_that_came_late_say_that_the_system_was_down() throws Exception {
        ComplaintNumber number = complaint();
        Instant now = clock.instant();
        long outage = outage(now.minusSeconds(7200), now.minusSeconds(60));
        late(number, now.minusSeconds(3600), now, outage);
        try {
            mvc.perform(get("/deadlines").param("tab", "LATE_ALARMS").with(SUE)).andExpect(content().string(containsString(number.value())))
                    .andExpect(content().string(containsString("晚 1 小时"))).andExpect(content().string(containsString("系统停机（")))
                    .andExpect(content().string(containsString("条提醒因此延误")));
        } finally {
            forget(outage);
        }
    }

    @Test
    void an_alarm_that_was_just_due_when_the_system_went_down_says_from_when_until_when_it_was_down() throws Exception {
        ComplaintNumber number = complaint();
        Instant now = clock.instant();
        Instant down = now.minusSeconds(7200);
        long outage = outage(down, now.minusSeconds(60));
        late(number, down.minusSeconds(60), now, outage);
        String why = "系统停机（" + wording.moment(down) + " 至 " + wording.moment(now.minusSeconds(60)) + "）";
        try {
            mvc.perform(get("/deadlines").param("tab", "LATE_ALARMS").with(SUE)).andExpect(content().string(containsString(why)))
                    .andExpect(content().string(not(containsString("{0}"))));
            String file = mvc.perform(get("/deadlines/clocks.csv").param("tab", "LATE_ALARMS").with(SUE)).andReturn().getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            assertThat(file).contains(why, "\"应发时间\",\"提醒\"").doesNotContain("\"应于\"", "{0}");
        } finally {
            forget(outage);
        }
    }

    private long outage(Instant from, Instant until) {
        return jdbc.sql("insert into outage (began_at, ended_at) values (?, ?) returning id").params(Date.from(from), Date.from(until))
                .query(Long.class).single();
    }

    private void late(ComplaintNumber number, Instant moment, Instant raised, long outage) {
        jdbc.sql("insert into late_alarm (case_number, clock, level, moment, raised_at, outage_id) values (?, 'SETTLEMENT', 'BREACH_1', ?, ?, ?)")
                .params(number.value(), Date.from(moment), Date.from(raised), outage).update();
    }

    private void forget(long outage) {
        jdbc.sql("delete from late_alarm where outage_id = ?").param(outage).update();
        jdbc.sql("delete from outage where id = ?").param(outage).update();
    }

    @Test
    void a_list_as_a_file_holds_every_line_and_no_formula() throws Exception {
        ComplaintNumber number = complaint();
        started(number, ClockName.SETTLEMENT);
        String file = mvc.perform(get("/deadlines/clocks.csv").param("tab", "AHEAD").param("shop", shop).with(SUE)).andExpect(status().isOk())
                .andExpect(content().contentType("text/csv;charset=UTF-8")).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(file).startsWith("\uFEFF\"编号\",\"时限\"").contains("\"" + number.value() + "\",\"解决投诉\"", "\"'" + shop + "\"");
    }

    private ComplaintNumber complaint() {
        return desk.arrives(new NewComplaint(shop, Channel.TMALL, null, null, null, "酒瓶破损", null, null,
                new Contact("王**", null, null, null)));
    }

    private ClockKey started(ComplaintNumber number, ClockName name) {
        ClockKey key = ClockKey.of(number.value(), name);
        CaseTraits traits = new CaseTraits(Severity.P2, null, "TMALL", shop);
        clocks.start(key, traits, clock.instant(), "system", "RECEIVED");
        clocks.reconsider(number.value(), traits, "system", "TRIAGED");
        return key;
    }

    private ResultActions list(RequestPostProcessor who, BoardTab tab) throws Exception {
        return mvc.perform(get("/deadlines").param("tab", tab.name()).param("shop", shop).with(who));
    }

    private void itIs(LocalDateTime moment) {
        ClockUtil.setCurrentTime(Date.from(moment.atZone(clock.getZone()).toInstant()));
    }

    private void later(Duration time) {
        ClockUtil.setCurrentTime(Date.from(clock.instant().plus(time)));
    }
}
