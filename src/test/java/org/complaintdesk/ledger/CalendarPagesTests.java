package org.complaintdesk.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.deadline.CaseTraits;
import org.complaintdesk.deadline.ClockKey;
import org.complaintdesk.deadline.ClockName;
import org.complaintdesk.deadline.HolidayData;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The holidays of a year on a page, and loading the next one: first looked at, then in force. */
@DeskTest
class CalendarPagesTests {

    private static final RequestPostProcessor SUE = httpBasic("clocksue", "demo");
    private static final RequestPostProcessor AMY = httpBasic("clockamy", "demo");

    private static final String NEW_YEAR = """
            year: 2027
            notice: 国务院办公厅关于2027年部分节假日安排的通知
            published: 2026-11-04
            holidays:
              - {name: 元旦, from: 2027-01-01, to: 2027-01-03, days: 3, workdays: [2027-01-09]}
            """;

    @Autowired MockMvc mvc;
    @Autowired CaseDriver desk;
    @Autowired CaseClocks clocks;
    @Autowired HolidayData holidays;
    @Autowired JdbcClient jdbc;
    @Autowired IdentityService identity;

    @BeforeEach
    void the_end_of_a_year() {
        People.join(identity, "clocksue", "苏姐", "supervisors");
        People.join(identity, "clockamy", "艾米", "agents");
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-12-30T02:00:00Z")));
    }

    @AfterEach
    void nothing_is_published() {
        ClockUtil.reset();
        jdbc.sql("delete from holiday_year").update();
        ReflectionTestUtils.invokeMethod(holidays, "changed");
    }

    @Test
    void the_year_is_shown_with_its_holidays_and_the_next_one_is_missed() throws Exception {
        page(SUE, "").andExpect(status().isOk()).andExpect(content().string(containsString("国务院办公厅关于2026年部分节假日安排的通知")))
                .andExpect(content().string(containsString("2月15日"))).andExpect(content().string(containsString("day swapped")))
                .andExpect(content().string(containsString("2027 年的放假安排还没有导入")))
                .andExpect(content().string(containsString("服务时间")));
        page(SUE, "?year=2025").andExpect(content().string(containsString("2025年部分节假日")));
        page(SUE, "?year=2027").andExpect(content().string(containsString("目前按普通周末计算")));
        page(SUE, "?year=1999").andExpect(status().isNotFound());
        page(SUE, "?tooLarge=true").andExpect(content().string(containsString("文件超过 100 KB")));
    }

    @Test
    void a_file_is_looked_at_first_and_then_put_in_force() throws Exception {
        ClockKey regulator = regulator();
        Instant due = clocks.view(regulator).orElseThrow().dueAt();
        assertThat(clocks.view(regulator).orElseThrow().provisionalYears()).contains(2027);

        upload(SUE, "2027.yaml", NEW_YEAR).andExpect(status().isOk()).andExpect(content().string(containsString("还没有生效")))
                .andExpect(content().string(containsString(regulator.caseNumber()))).andExpect(content().string(containsString("元旦")));
        assertThat(holidays.china().covers(2027)).isFalse();
        assertThat(clocks.view(regulator).orElseThrow().dueAt()).isEqualTo(due);

        mvc.perform(post("/deadlines/calendar/confirmed").with(SUE).with(csrf()).param("content", NEW_YEAR))
                .andExpect(redirectedUrl("/deadlines/calendar?year=2027"));
        assertThat(clocks.view(regulator).orElseThrow().dueAt()).isNotEqualTo(due);
        assertThat(clocks.view(regulator).orElseThrow().provisionalYears()).isEmpty();
        page(SUE, "?year=2027").andExpect(content().string(containsString("苏姐 于"))).andExpect(content().string(containsString("1月9日")));
        mvc.perform(get("/cases/" + regulator.caseNumber() + "/clocks").with(AMY))
                .andExpect(content().string(containsString("节假日有变"))).andExpect(content().string(containsString("放假安排已公布（2027）")));
    }

    @Test
    void a_year_that_is_known_shows_what_would_be_other() throws Exception {
        String file = mvc.perform(get("/deadlines/calendar/2026.yaml").with(SUE)).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        upload(SUE, "2026.yaml", file).andExpect(content().string(containsString("与现有的安排完全相同")));
        upload(SUE, "2026.yaml", file.replace("to: 2026-10-07, days: 7", "to: 2026-10-08, days: 8"))
                .andExpect(content().string(containsString("10月8日"))).andExpect(content().string(containsString("改为放假")));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(Arguments.of("2027.yaml", NEW_YEAR.replace("days: 3", "days: 4"), "2027-01-01 至 2027-01-03 不是 4 天"),
                Arguments.of("2027.yaml", NEW_YEAR.replace("2027-01-09", "2027-01-11"), "2027-01-11 不是周六或周日"),
                Arguments.of("2027.yaml", NEW_YEAR.replace("2027-01-09", "2028-01-08"), "2028-01-08 不在 2027 年"),
                Arguments.of("2027.yaml", NEW_YEAR.replace("2027-01-09", "2027-01-02"), "2027-01-02 出现了两次"),
                Arguments.of("2027.yaml", NEW_YEAR.replace("name: 元旦, ", ""), "缺少 name"),
                Arguments.of("2027.yaml", NEW_YEAR.replaceFirst("notice.*\n", ""), "缺少 notice"),
                Arguments.of("2027.yaml", "year: 2027\n  oh: [dear", "看不懂"), Arguments.of("2027.yaml", "明年放假三天", "看不懂"),
                Arguments.of("2027.yaml", "", "请选择一个文件"), Arguments.of("holidays.yaml", NEW_YEAR, "与内容的年份 2027 不一致"),
                Arguments.of("2027.yaml", "#".repeat(200_000), "文件超过 100 KB"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void what_is_no_such_file_is_refused_with_what_is_wrong(String name, String content, String message) throws Exception {
        upload(SUE, name, content).andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString(message)));
        assertThat(holidays.china().covers(2027)).isFalse();
    }

    @Test
    void only_those_who_supervise_load_holidays_and_only_from_our_own_page() throws Exception {
        page(AMY, "").andExpect(status().isForbidden());
        upload(AMY, "2027.yaml", NEW_YEAR).andExpect(status().isForbidden());
        mvc.perform(post("/deadlines/calendar/confirmed").with(SUE).param("content", NEW_YEAR)).andExpect(status().isForbidden());
        mvc.perform(post("/deadlines/calendar/confirmed").with(SUE).with(csrf()).param("content", "nonsense"))
                .andExpect(status().isUnprocessableEntity());
        assertThat(holidays.china().covers(2027)).isFalse();
    }

    @Test
    void what_a_file_says_is_shown_and_never_run() throws Exception {
        upload(SUE, "2027.yaml", NEW_YEAR.replace("name: 元旦", "name: \"<script>alert(1)</script>\""))
                .andExpect(content().string(not(containsString("<script>alert"))));
    }

    private ClockKey regulator() {
        ComplaintNumber number = desk.recorded();
        ClockKey key = new ClockKey(number.value(), ClockName.REGULATOR, "7");
        clocks.start(key, new CaseTraits(null, null, "TMALL", "店"), Instant.parse("2026-12-30T02:00:00Z"), "clockamy", "MATTER_OPENED");
        return key;
    }

    private ResultActions page(RequestPostProcessor who, String query) throws Exception {
        return mvc.perform(get("/deadlines/calendar" + query).with(who));
    }

    private ResultActions upload(RequestPostProcessor who, String name, String content) throws Exception {
        return mvc.perform(multipart("/deadlines/calendar").file(new MockMultipartFile("file", name, "application/yaml",
                content.getBytes(StandardCharsets.UTF_8))).with(who).with(csrf()));
    }
}
