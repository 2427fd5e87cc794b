package org.complaintdesk.roster;

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

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@DeskTest
class RosterPagesTests {

    private static final RequestPostProcessor SUE = httpBasic("rostersue", "demo");
    private static final RequestPostProcessor AMY = httpBasic("rosteramy", "demo");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Autowired MockMvc mvc;
    @Autowired DutyStore store;
    @Autowired Roster roster;
    @Autowired JdbcClient jdbc;
    @Autowired IdentityService identity;
    @Autowired Clock clock;
    @LocalServerPort int port;

    private LocalDate today;

    @BeforeEach
    void people() {
        today = LocalDate.ofInstant(clock.instant(), SHANGHAI);
        person("rostersue", "Sue", "supervisors");
        person("rosteramy", "Amy", "agents");
        person("rosterben", "Ben", "agents");
    }

    @AfterEach
    void nothing_was_entered() {
        jdbc.sql("delete from duty_hours where person like 'roster%'").update();
        jdbc.sql("delete from absence where person like 'roster%'").update();
    }

    @Test
    void a_year_that_cannot_be_meant_is_refused_like_any_other_slip() throws Exception {
        mvc.perform(get("/roster").param("week", "+999999999-12-31").with(AMY)).andExpect(status().isOk());
        mvc.perform(post("/roster/absences").with(csrf()).with(AMY).param("person", "rosteramy").param("fromDay", "-999999999-01-01")
                .param("toDay", "2026-12-01").param("reason", "手误")).andExpect(status().isOk());
    }

    @Test
    void everybody_signed_in_sees_the_week_and_enters_only_their_own_absence() throws Exception {
        mvc.perform(get("/roster")).andExpect(status().isUnauthorized());
        mvc.perform(get("/roster").with(AMY)).andExpect(status().isOk())
                .andExpect(content().string(containsString("/roster/people/rosterben")))
                .andExpect(content().string(containsString("随时")))
                .andExpect(content().string(not(containsString("<select name=\"person\""))));
        mvc.perform(get("/roster").with(SUE)).andExpect(content().string(containsString("<select name=\"person\"")));
    }

    @Test
    void an_agent_enters_an_absence_and_nobody_but_supervisors_reads_why() throws Exception {
        away(AMY, "rosteramy", today, "", today.plusDays(1), "", "看牙医").andExpect(redirectedUrl("/roster?saved&week=" + today + "#absences"));

        Absence absence = store.absences(List.of("rosteramy"), clock.instant(), clock.instant().plusSeconds(1)).get(0);
        assertThat(absence.from()).isEqualTo(start(today));
        assertThat(absence.until()).isEqualTo(start(today.plusDays(2)));
        assertThat(roster.isAbsent("rosteramy", clock.instant())).isTrue();
        mvc.perform(get("/roster").with(AMY)).andExpect(content().string(containsString("看牙医")));
        mvc.perform(get("/roster").with(SUE)).andExpect(content().string(containsString("看牙医")));
        mvc.perform(get("/roster").with(httpBasic("rosterben", "demo"))).andExpect(content().string(containsString("不在岗")))
                .andExpect(content().string(not(containsString("看牙医"))));
    }

    @Test
    void a_supervisor_enters_absences_of_others_and_an_agent_does_not() throws Exception {
        away(SUE, "rosterben", today, "", today, "", "病假").andExpect(status().is3xxRedirection());
        away(AMY, "rosterben", today, "", today, "", "病假").andExpect(status().isForbidden());
        away(SUE, "no-such-person", today, "", today, "", "病假").andExpect(status().isForbidden());
        mvc.perform(post("/roster/absences").with(SUE).param("person", "rosterben")).andExpect(status().isForbidden());

        assertThat(roster.isAbsent("rosterben", clock.instant())).isTrue();
    }

    @Test
    void an_absence_is_taken_back_by_its_person_or_a_supervisor() throws Exception {
        away(SUE, "rosterben", today, "", today, "", "病假");
        long id = store.absences(List.of("rosterben"), clock.instant(), clock.instant().plusSeconds(1)).get(0).id();

        mvc.perform(post("/roster/absences/{id}/back", id).with(AMY).with(csrf())).andExpect(status().isForbidden());
        mvc.perform(post("/roster/absences/{id}/back", id).with(SUE).with(csrf())).andExpect(status().is3xxRedirection());
        mvc.perform(post("/roster/absences/{id}/back", id).with(SUE).with(csrf())).andExpect(status().isNotFound());

        assertThat(roster.isAbsent("rosterben", clock.instant())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0, '', -1, '', 年假, 结束时间要晚于开始时间", "0, 10:00, 0, 09:00, 年假, 结束时间要晚于开始时间", "-3, '', -2, '', 年假, 这段时间已经过去",
            "0, '', 400, '', 年假, 一次最多登记 366 天", "0, '', 0, '', ' ', 请写明原因", "0, 25:00, 0, '', 年假, 时间请写成"})
    void what_is_no_absence_is_refused_with_the_reason_and_kept(int from, String fromTime, int to, String toTime, String reason,
                                                                String message) throws Exception {
        away(AMY, "rosteramy", today.plusDays(from), fromTime, today.plusDays(to), toTime, reason).andExpect(status().isOk())
                .andExpect(content().string(containsString(message)))
                .andExpect(content().string(containsString("value=\"" + today.plusDays(to) + "\"")));
        assertThat(store.absences(List.of("rosteramy"), Instant.EPOCH, clock.instant().plusSeconds(99_999_999))).isEmpty();
    }

    @Test
    void a_supervisor_plans_the_hours() throws Exception {
        hours(SUE, 0, "9：00～12：00、13：00-18：00", "22:00-6:00").andExpect(redirectedUrl("/roster?saved"));

        assertThat(store.hours(List.of("rosterben")).get("rosterben").hours().text())
                .isEqualTo("MON 09:00-12:00 13:00-18:00; FRI 22:00-06:00");
        mvc.perform(get("/roster").with(AMY)).andExpect(content().string(containsString(">13:00-18:00<")))
                .andExpect(content().string(containsString("休息")));
        mvc.perform(get("/roster/people/rosterben").with(AMY)).andExpect(content().string(containsString("09:00-12:00 13:00-18:00")))
                .andExpect(content().string(containsString("Sue 于"))).andExpect(content().string(not(containsString("<input"))));
        hours(AMY, 0, "", "").andExpect(status().isForbidden());
        mvc.perform(get("/roster/people/no-such-person").with(SUE)).andExpect(status().isNotFound());
    }

    @Test
    void hours_that_cannot_be_read_are_kept_in_the_box() throws Exception {
        hours(SUE, 0, "上午", "").andExpect(status().isOk()).andExpect(content().string(containsString("星期一的时间看不明白")))
                .andExpect(content().string(containsString("value=\"上午\"")));
        assertThat(store.hours(List.of("rosterben"))).isEmpty();
    }

    @Test
    void two_supervisors_do_not_overwrite_each_other() throws Exception {
        hours(SUE, 0, "09:00-12:00", "");

        hours(SUE, 0, "13:00-18:00", "").andExpect(content().string(containsString("别人刚刚改过")))
                .andExpect(content().string(containsString("value=\"13:00-18:00\"")));
        assertThat(store.hours(List.of("rosterben")).get("rosterben").hours().text()).isEqualTo("MON 09:00-12:00");
    }

    @Test
    void any_week_is_shown_and_what_is_no_day_is_this_week() throws Exception {
        mvc.perform(get("/roster").param("week", "2026-10-01").with(AMY)).andExpect(content().string(containsString("9月28日")));
        mvc.perform(get("/roster").param("week", "soon").with(AMY)).andExpect(status().isOk());
    }

    @Test
    void a_long_page_is_shown_whole_to_someone_without_a_session() throws Exception {
        IntStream.range(0, 60).forEach(i -> store.enter("rosteramy", start(today.plusDays(i)), start(today.plusDays(i + 1)), "培训", "rosteramy"));
        String credentials = Base64.getEncoder().encodeToString("rosteramy:demo".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> page = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/roster"))
                .header("Authorization", "Basic " + credentials).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).hasSizeGreaterThan(20_000).contains("name=\"_csrf\"").endsWith("</html>\n");
    }

    @Test
    void what_is_typed_is_shown_and_never_run() throws Exception {
        away(AMY, "rosteramy", today, "", today, "", "<script>x</script>");
        mvc.perform(get("/roster").with(AMY)).andExpect(content().string(not(containsString("<script>"))));
    }

    private ResultActions away(RequestPostProcessor who, String person, LocalDate from, String fromTime, LocalDate to, String toTime,
                               String reason) throws Exception {
        return mvc.perform(post("/roster/absences").with(who).with(csrf()).param("person", person)
                .param("fromDay", from.toString()).param("fromTime", fromTime).param("toDay", to.toString())
                .param("toTime", toTime).param("reason", reason));
    }

    private ResultActions hours(RequestPostProcessor who, long opened, String monday, String friday) throws Exception {
        MockHttpServletRequestBuilder form = post("/roster/people/rosterben").with(who).with(csrf())
                .param("opened", String.valueOf(opened)).param("MONDAY", monday).param("FRIDAY", friday);
        return mvc.perform(form);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(SHANGHAI).toInstant();
    }

    private void person(String id, String name, String group) {
        if (identity.createUserQuery().userId(id).count() == 0) {
            User user = identity.newUser(id);
            user.setFirstName(name);
            user.setPassword("demo");
            identity.saveUser(user);
            identity.createMembership(id, group);
        }
    }
}
