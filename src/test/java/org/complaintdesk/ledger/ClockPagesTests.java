package org.complaintdesk.ledger;

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

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.MatterKind;
import org.complaintdesk.complaint.NewMatter;
import org.complaintdesk.complaint.OutsideMatters;
import org.complaintdesk.complaint.WhoActs;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.deadline.CaseTraits;
import org.complaintdesk.deadline.ClockChange;
import org.complaintdesk.deadline.ClockKey;
import org.complaintdesk.deadline.ClockName;
import org.complaintdesk.deadline.ClockState;
import org.complaintdesk.deadline.ClockView;
import org.complaintdesk.deadline.LedgerLine;
import org.complaintdesk.deadline.PauseReason;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Supervisors trust a due time because its page says why; what they correct is noted. */
@DeskTest
class ClockPagesTests {

    private static final RequestPostProcessor SUE = httpBasic("clocksue", "demo");
    private static final RequestPostProcessor AMY = httpBasic("clockamy", "demo");

    @Autowired MockMvc mvc;
    @Autowired CaseDriver desk;
    @Autowired CaseClocks clocks;
    @Autowired OutsideMatters matters;
    @Autowired Wording wording;
    @Autowired Moments moments;
    @Autowired Clock clock;
    @Autowired IdentityService identity;

    private ComplaintNumber number;
    private ClockKey settlement;

    @BeforeEach
    void a_case_with_a_clock() {
        People.join(identity, "clocksue", "苏姐", "supervisors");
        People.join(identity, "clockamy", "艾米", "agents");
        number = desk.recorded();
        settlement = ClockKey.of(number.value(), ClockName.SETTLEMENT);
        Complaint complaint = desk.complaint(number);
        clocks.start(settlement, new CaseTraits(complaint.severity(), null, complaint.channel().name(), complaint.shop()),
                complaint.receivedAt(), "system", "RECEIVED");
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    void everybody_reads_why_a_clock_is_due_when_it_is() throws Exception {
        clocks.pause(settlement, "clockamy", new PauseReason("EVIDENCE", "破损照片"));
        later(Duration.ofHours(2));
        clocks.resume(settlement, "clockamy", PauseReason.of("EVIDENCE"), "收到照片");

        page(AMY).andExpect(status().isOk())
                .andExpect(content().string(containsString("自 " + wording.moment(view().startedAt()) + " 起计时")))
                .andExpect(content().string(containsString("破损照片")))
                .andExpect(content().string(containsString("应于 " + wording.moment(view().dueAt()) + " 前完成。")))
                .andExpect(content().string(containsString(view().rule())))
                .andExpect(content().string(containsString(view().version())))
                .andExpect(content().string(containsString("艾米")));
    }

    @Test
    void the_case_file_shows_each_clock_and_leads_to_its_reasons() throws Exception {
        mvc.perform(get("/cases/" + number).with(AMY))
                .andExpect(content().string(containsString("应于 " + wording.moment(view().dueAt()) + " 前完成")))
                .andExpect(content().string(containsString("/cases/" + number + "/clocks#SETTLEMENT")));
    }

    @Test
    void supervisor_sets_a_new_due_time_and_the_ledger_says_why() throws Exception {
        Instant due = minute(clock.instant().plus(Duration.ofDays(3)));
        correct(SUE, Correction.PROMISE, "to", moments.entry(due), "reason", "客户出差，三天后回来")
                .andExpect(redirectedUrl("/cases/" + number + "/clocks?done#SETTLEMENT"));

        assertThat(view().dueAt()).isEqualTo(due);
        page(AMY).andExpect(content().string(containsString("客户出差，三天后回来")))
                .andExpect(content().string(containsString("苏姐"))).andExpect(content().string(containsString("到期时间由人约定")));
    }

    @Test
    void supervisor_pauses_by_hand_and_lets_it_run_again() throws Exception {
        correct(SUE, Correction.PAUSE, "reason", "等待厂家检测报告").andExpect(status().is3xxRedirection());
        assertThat(view().state()).isEqualTo(ClockState.WAITING);
        page(AMY).andExpect(content().string(containsString("人工暂停（等待厂家检测报告）")));

        later(Duration.ofHours(1));
        correct(SUE, Correction.RESUME, "reason", "报告已到").andExpect(status().is3xxRedirection());
        assertThat(view().state()).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void what_waits_for_others_is_not_resumed_by_hand_and_the_page_says_what_ends_it() throws Exception {
        matters.open(number, new NewMatter(MatterKind.COURIER, null, "顺丰速运", null, WhoActs.THEM, null, null));

        page(SUE).andExpect(content().string(not(containsString("value=\"RESUME\""))));
        correct(SUE, Correction.RESUME, "reason", "不等了").andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("等待外部答复（向快递索赔 · 顺丰速运）：这不是人工暂停，不能在这里恢复计时")))
                .andExpect(content().string(containsString("外部事项轮到我方处理或办结后，会自动恢复")));
        assertThat(view().state()).isEqualTo(ClockState.WAITING);
        assertThat(view().ledger()).extracting(LedgerLine::what).doesNotContain(ClockChange.RESUMED);
    }

    @Test
    void when_somebody_paused_it_and_others_have_to_act_only_the_pause_by_hand_is_ended_by_hand() throws Exception {
        correct(SUE, Correction.PAUSE, "reason", "等待厂家检测报告").andExpect(status().is3xxRedirection());
        matters.open(number, new NewMatter(MatterKind.COURIER, null, "顺丰速运", null, WhoActs.THEM, null, null));

        correct(SUE, Correction.RESUME, "reason", "报告已到").andExpect(status().is3xxRedirection());

        assertThat(view().waiting()).extracting(wait -> wait.reason().word()).containsExactly("OUTSIDE");
        page(SUE).andExpect(content().string(containsString("报告已到")))
                .andExpect(content().string(not(containsString("value=\"RESUME\""))));
    }

    @Test
    void a_pause_that_was_longer_moves_the_due_time() throws Exception {
        clocks.pause(settlement, "clockamy", PauseReason.of("EVIDENCE"));
        later(Duration.ofHours(2));
        clocks.resume(settlement, "clockamy", PauseReason.of("EVIDENCE"), "收到照片");
        later(Duration.ofHours(3));
        Instant due = view().dueAt();
        ClockView.Pause pause = view().pauses().get(0);

        correct(SUE, Correction.PAUSE_TIMES, "pause", pause.from().toString(), "from", moments.entry(pause.from()),
                "to", moments.entry(pause.to().plus(Duration.ofHours(1))), "reason", "照片晚一小时才能打开").andExpect(status().is3xxRedirection());
        assertThat(view().dueAt()).isBetween(due.plus(Duration.ofMinutes(59)), due.plus(Duration.ofMinutes(61)));
        assertThat(view().pauses().get(0).from()).as("what was left as it was").isEqualTo(pause.from());
    }

    @Test
    void a_case_that_came_in_earlier_counts_from_then() throws Exception {
        Instant due = view().dueAt();
        correct(SUE, Correction.START, "from", moments.entry(view().startedAt().minus(Duration.ofHours(5))), "reason", "客户早上已来电")
                .andExpect(status().is3xxRedirection());
        assertThat(view().dueAt()).isBefore(due.minus(Duration.ofHours(4)));
    }

    @Test
    void what_cannot_be_is_refused_and_stays_in_the_form() throws Exception {
        Instant due = view().dueAt();
        String yesterday = moments.entry(clock.instant().minus(Duration.ofDays(1)));
        correct(SUE, Correction.PROMISE, "to", yesterday, "reason", "手误").andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("“新的到期时间”应晚于现在")))
                .andExpect(content().string(containsString(yesterday))).andExpect(content().string(containsString("手误")));
        correct(SUE, Correction.PROMISE, "to", "someday", "reason", "手误").andExpect(status().isUnprocessableEntity());
        correct(SUE, Correction.PROMISE, "to", moments.entry(clock.instant().plus(Duration.ofDays(1))), "reason", " ")
                .andExpect(content().string(containsString("请填写“原因”")));
        correct(SUE, Correction.START, "from", moments.entry(clock.instant().plus(Duration.ofHours(1))), "reason", "手误")
                .andExpect(content().string(containsString("不能晚于现在")));
        correct(SUE, Correction.PAUSE_TIMES, "pause", "2026-01-01T00:00:00Z", "from", yesterday, "to", yesterday, "reason", "手误")
                .andExpect(content().string(containsString("刚才已经变化")));
        correct(SUE, Correction.START, "from", "0026-11-22T10:00", "reason", "手误").andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("“实际开始时间”应在最近 1,000 天之内")));
        correct(SUE, Correction.STOP, "to", yesterday, "reason", "还没有结束").andExpect(status().isUnprocessableEntity());
        assertThat(view().dueAt()).isEqualTo(due);
    }

    @Test
    void only_what_can_be_corrected_is_offered() throws Exception {
        page(SUE).andExpect(content().string(containsString("value=\"PAUSE\""))).andExpect(content().string(containsString("value=\"START\"")))
                .andExpect(content().string(not(containsString("value=\"RESUME\""))))
                .andExpect(content().string(not(containsString("value=\"PAUSE_TIMES\""))))
                .andExpect(content().string(not(containsString("value=\"STOP\""))));
    }

    @Test
    void agents_read_and_only_those_who_supervise_correct() throws Exception {
        page(AMY).andExpect(content().string(not(containsString("更正与延期"))));
        page(SUE).andExpect(content().string(containsString("更正与延期")));
        correct(AMY, Correction.PAUSE, "reason", "休息一下").andExpect(status().isForbidden());
        mvc.perform(post("/cases/" + number + "/clocks").with(SUE).param("clock", "SETTLEMENT").param("subject", "")
                .param("what", "PAUSE").param("reason", "伪造")).andExpect(status().isForbidden());
        assertThat(view().state()).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void what_a_supervisor_writes_is_shown_and_never_run() throws Exception {
        correct(SUE, Correction.PAUSE, "reason", "<script>alert(1)</script>");
        page(AMY).andExpect(content().string(not(containsString("<script>alert"))))
                .andExpect(content().string(containsString("&lt;script&gt;alert(1)")));
    }

    @Test
    void what_if_says_when_it_would_be_due_and_changes_nothing() throws Exception {
        Instant due = view().dueAt();
        mvc.perform(get("/cases/" + number + "/clocks").with(AMY).param("whatIf", "true").param("target", "48 小时"))
                .andExpect(content().string(containsString(wording.moment(view().startedAt().plus(Duration.ofHours(48))))))
                .andExpect(content().string(containsString("晚 24 小时")));
        mvc.perform(get("/cases/" + number + "/clocks").with(AMY).param("whatIf", "true").param("severity", "P1").param("shop", "别的店"))
                .andExpect(status().isOk());
        mvc.perform(get("/cases/" + number + "/clocks").with(AMY).param("whatIf", "true").param("target", "不久"))
                .andExpect(content().string(containsString("看不懂“不久”")));
        mvc.perform(get("/cases/" + number + "/clocks").with(AMY).param("whatIf", "true")
                        .param("pausedUntil", moments.entry(clock.instant().minus(Duration.ofHours(1)))))
                .andExpect(content().string(containsString("应晚于现在")));
        assertThat(view().dueAt()).isEqualTo(due);
    }

    @Test
    void there_is_no_ledger_without_a_case_or_a_person() throws Exception {
        mvc.perform(get("/cases/C-20990101-000001/clocks").with(AMY)).andExpect(status().isNotFound());
        mvc.perform(get("/cases/" + number + "/clocks")).andExpect(status().isUnauthorized());
        mvc.perform(post("/cases/" + number + "/clocks").with(SUE).with(csrf()).param("what", "PAUSE"))
                .andExpect(status().isBadRequest());
    }

    private ResultActions page(RequestPostProcessor who) throws Exception {
        return mvc.perform(get("/cases/" + number + "/clocks").with(who));
    }

    private ResultActions correct(RequestPostProcessor who, Correction what, String... fields) throws Exception {
        var request = post("/cases/" + number + "/clocks").with(who).with(csrf()).param("clock", "SETTLEMENT").param("subject", "")
                .param("what", what.name());
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return mvc.perform(request);
    }

    private ClockView view() {
        return clocks.view(settlement).orElseThrow();
    }

    private void later(Duration time) {
        ClockUtil.setCurrentTime(Date.from(clock.instant().plus(time)));
    }

    private static Instant minute(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MINUTES);
    }
}
