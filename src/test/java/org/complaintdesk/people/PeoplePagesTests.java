package org.complaintdesk.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.complaintdesk.assignment.Skill;
import org.complaintdesk.assignment.SkillKind;
import org.complaintdesk.assignment.Skills;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.identity.Accounts;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@DeskTest
class PeoplePagesTests {

    private static final RequestPostProcessor AMY = httpBasic("peopleamy", "demo");
    private static final RequestPostProcessor SUE = httpBasic("peoplesue", "demo");
    private static final RequestPostProcessor MAX = httpBasic("peoplemax", "demo");
    private static final RequestPostProcessor ROOT = httpBasic("peopleroot", "demo");
    private static final Pattern SECRET = Pattern.compile("class=\"secret\">([^<]+)<");

    @Autowired MockMvc mvc;
    @Autowired IdentityService identity;
    @Autowired Staff staff;
    @Autowired Accounts accounts;
    @Autowired Shops shops;
    @Autowired Skills skills;
    @Autowired Complaints complaints;
    @Autowired CaseDriver desk;
    @Autowired TaskService tasks;
    @Autowired JdbcClient jdbc;

    @BeforeEach
    void people() {
        Map.of("peopleamy", "agents", "peopleben", "agents", "peoplesue", "supervisors", "peoplemax", "managers",
                "peopleroot", "camunda-admin").forEach((id, group) -> {
            if (identity.createUserQuery().userId(id).count() == 0) {
                User user = identity.newUser(id);
                user.setFirstName("T" + id.substring(6));
                user.setPassword("demo");
                identity.saveUser(user);
                identity.createMembership(id, group);
            }
        });
    }

    @AfterEach
    void newcomersGo() {
        List.of("peoplenew", "peoplenew2").forEach(id -> {
            tasks.createTaskQuery().taskAssignee(id).list().forEach(task -> tasks.setAssignee(task.getId(), null));
            identity.deleteUser(id);
        });
        jdbc.sql("delete from person_skill where person like 'people%'").update();
    }

    @ParameterizedTest
    @CsvSource({"peopleamy, /people, 403", "peopleamy, /people/peopleben, 403", "peoplesue, /people, 200", "peoplesue, /people/peopleamy, 200",
            "peoplesue, /people/new, 403", "peoplemax, /people, 200", "peoplemax, /people/peopleamy, 200", "peoplemax, /people/new, 403",
            "peopleroot, /people, 200", "peopleroot, /people/new, 200", "peopleroot, /people/no-such-person, 404"})
    void who_sees_what(String who, String page, int answer) throws Exception {
        mvc.perform(get(page).with(httpBasic(who, "demo"))).andExpect(status().is(answer));
    }

    @ParameterizedTest
    @CsvSource({"peopleamy, /people/peopleben/skills, 403", "peoplemax, /people/peopleben/skills, 403", "peoplesue, /people/peopleben/skills, 302",
            "peoplesue, /people/peoplemax/skills, 403", "peoplesue, /people/peopleroot/unlock, 403", "peoplesue, /people/peopleben/unlock, 302",
            "peopleamy, /people/peopleben/unlock, 403", "peoplemax, /people/peopleben/unlock, 403", "peopleamy, /people/peopleben/hand-over, 403",
            "peoplesue, /people/peopleben/place, 403", "peoplesue, /people/peopleben/password, 403", "peoplesue, /people/peopleben/leave, 403",
            "peoplemax, /people/peopleben/leave, 403", "peoplesue, /people, 403", "peopleroot, /people/peoplesue/skills, 302"})
    void who_does_what(String who, String action, int answer) throws Exception {
        mvc.perform(post(action).with(httpBasic(who, "demo")).with(csrf())).andExpect(status().is(answer));
        mvc.perform(post(action).with(httpBasic(who, "demo"))).andExpect(status().isForbidden());
    }

    @Test
    void somebody_new_gets_a_password_that_is_shown_once_and_signs_in_with_it() throws Exception {
        MvcResult made = make(ROOT, "peoplenew", "小新", "agents").andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(content().string(containsString("密码只显示这一次"))).andReturn();
        String password = secret(made);

        assertThat(password).matches("([A-Za-z2-9]{4}-){3}[A-Za-z2-9]{4}");
        assertThat(identity.checkPassword("peoplenew", password)).isTrue();
        assertThat(staff.groups("peoplenew")).contains("agents");
        assertThat(audited("peoplenew")).anyMatch(line -> line.startsWith("PERSON_CHANGED made: agents")).noneMatch(line -> line.contains(password));
        mvc.perform(get("/people/peoplenew").with(ROOT)).andExpect(content().string(not(containsString(password))));
    }

    @ParameterizedTest
    @CsvSource({"Peoplenew, 小新, '', agents, 用户名请用", "people new, 小新, '', agents, 用户名请用", "new, 小新, '', agents, 用户名请用",
            "peopleamy, 小新, '', agents, 已经有人用过", "peoplenew, ' ', '', agents, 请填写姓名", "peoplenew, 小新, nowhere, agents, 邮箱写得不对",
            "peoplenew, 小新, '', '', 请至少选一个角色"})
    void what_cannot_be_an_account_is_refused_with_the_reason(String id, String name, String email, String group, String message)
            throws Exception {
        MockHttpServletRequestBuilder form = post("/people").with(ROOT).with(csrf()).param("id", id).param("name", name)
                .param("email", email).param("all", "true");
        mvc.perform(group.isEmpty() ? form : form.param("groups", "AGENTS")).andExpect(status().isOk())
                .andExpect(content().string(containsString(message))).andExpect(content().string(not(containsString("class=\"secret\""))));
        assertThat(identity.createUserQuery().userId("peoplenew").count()).isZero();
    }

    @Test
    void a_new_password_replaces_the_old_one() throws Exception {
        String first = secret(make(ROOT, "peoplenew", "小新", "agents").andReturn());
        String second = secret(mvc.perform(post("/people/peoplenew/password").with(ROOT).with(csrf())).andReturn());

        assertThat(identity.checkPassword("peoplenew", first)).isFalse();
        assertThat(identity.checkPassword("peoplenew", second)).isTrue();
        assertThat(audited("peoplenew")).anyMatch(line -> line.startsWith("PASSWORD_CHANGED")).noneMatch(line -> line.contains(second));
    }

    @Test
    void who_leaves_has_nothing_left_no_way_in_and_still_a_name() throws Exception {
        String password = secret(make(ROOT, "peoplenew", "小新", "agents").andReturn());
        ComplaintNumber number = desk.recorded();
        tasks.setAssignee(desk.task(number, "DiagnoseProblem").getId(), "peoplenew");
        jdbc.sql("update complaint set handler = 'peoplenew' where number = ?").param(number.value()).update();

        mvc.perform(post("/people/peoplenew/leave").with(ROOT).with(csrf()).param("way", "TO_ONE").param("to", "peopleben"))
                .andExpect(status().isOk()).andExpect(content().string(containsString("已转交 1 个任务")))
                .andExpect(content().string(containsString("已离职")));

        assertThat(tasks.createTaskQuery().taskAssignee("peoplenew").count()).isZero();
        assertThat(desk.task(number, "DiagnoseProblem").getAssignee()).isEqualTo("peopleben");
        assertThat(complaints.get(number).handler()).isEqualTo("peopleben");
        assertThat(desk.story(number)).contains(Happening.HANDED_OVER);
        assertThat(staff.groups("peoplenew")).isNull();
        assertThat(staff.members("agents")).doesNotContain("peoplenew");
        assertThat(staff.displayName("peoplenew")).isEqualTo("小新");
        assertThat(identity.checkPassword("peoplenew", password)).isFalse();
        assertThat(audited("peoplenew")).anyMatch(line -> line.startsWith("PERSON_CHANGED left: agents"))
                .anyMatch(line -> line.startsWith("HANDED_OVER " + number.value()));
    }

    @Test
    void who_left_cannot_come_in_even_with_a_password_that_was_right() throws Exception {
        String password = secret(make(ROOT, "peoplenew", "小新", "agents").andReturn());
        identity.deleteMembership("peoplenew", "agents");
        identity.createMembership("peoplenew", Accounts.LEFT);

        mvc.perform(get("/cases").with(httpBasic("peoplenew", password))).andExpect(status().isUnauthorized());
        mvc.perform(get("/api/complaints").with(httpBasic("peoplenew", password))).andExpect(status().isUnauthorized());
    }

    @Test
    void who_left_can_come_back_with_a_new_password() throws Exception {
        make(ROOT, "peoplenew", "小新", "agents");
        mvc.perform(post("/people/peoplenew/leave").with(ROOT).with(csrf()).param("way", "TO_GROUP"));
        make(ROOT, "peoplenew", "别人", "agents").andExpect(content().string(containsString("已经有人用过")));

        MvcResult back = mvc.perform(post("/people/peoplenew/place").with(ROOT).with(csrf()).param("group", "FINANCE").param("all", "true"))
                .andReturn();

        assertThat(identity.checkPassword("peoplenew", secret(back))).isTrue();
        assertThat(staff.groups("peoplenew")).contains("finance").doesNotContain("agents", Accounts.LEFT);
    }

    @Test
    void groups_change_and_the_audit_log_says_from_what_to_what() throws Exception {
        make(ROOT, "peoplenew", "小新", "agents");
        mvc.perform(post("/people/peoplenew/place").with(ROOT).with(csrf()).param("group", "SUPERVISORS", "FINANCE").param("all", "true"))
                .andExpect(redirectedUrl("/people/peoplenew?saved"));

        assertThat(staff.groups("peoplenew")).contains("supervisors", "finance").doesNotContain("agents");
        assertThat(audited("peoplenew")).contains("GROUPS_CHANGED agents → supervisors, finance");
        mvc.perform(post("/people/peoplenew/place").with(ROOT).with(csrf()).param("all", "true"))
                .andExpect(content().string(containsString("请至少选一个角色")));
    }

    @Test
    void where_the_settings_name_no_shop_everybody_is_to_see_those_there_will_be() throws Exception {
        mvc.perform(post("/people").with(ROOT).with(csrf()).param("id", "peoplenew").param("name", "小新").param("groups", "AGENTS"));
        assertThat(shops.worksForAll("peoplenew")).isTrue();

        mvc.perform(post("/people/peoplenew/place").with(ROOT).with(csrf()).param("group", "SUPERVISORS"))
                .andExpect(redirectedUrl("/people/peoplenew?saved"));
        assertThat(shops.worksForAll("peoplenew")).isTrue();
        assertThat(audited("peoplenew")).contains("GROUPS_CHANGED agents → supervisors").noneMatch(line -> line.startsWith("SHOPS_CHANGED"));

        mvc.perform(post("/people/peoplenew/leave").with(ROOT).with(csrf()).param("way", "TO_GROUP"));
        assertThat(shops.worksForAll("peoplenew")).isFalse();
        mvc.perform(post("/people/peoplenew/place").with(ROOT).with(csrf()).param("group", "AGENTS"));
        assertThat(shops.worksForAll("peoplenew")).isTrue();
    }

    @Test
    void nobody_lets_themselves_go() throws Exception {
        mvc.perform(post("/people/peopleroot/leave").with(ROOT).with(csrf()).param("way", "TO_GROUP"))
                .andExpect(content().string(containsString("不能给自己办理离职")));
        assertThat(staff.groups("peopleroot")).contains("camunda-admin");
    }

    @Test
    void a_supervisor_says_what_somebody_is_good_at() throws Exception {
        mvc.perform(post("/people/peopleamy/skills").with(SUE).with(csrf()).param("skill", "CATEGORY:INVOICE", "LANGUAGE:en", "CATEGORY:NONSENSE", "x"))
                .andExpect(redirectedUrl("/people/peopleamy?saved#skills"));

        assertThat(skills.of("peopleamy")).isEqualTo(Set.of(new Skill(SkillKind.CATEGORY, "INVOICE"), new Skill(SkillKind.LANGUAGE, "en")));
        assertThat(audited("peopleamy")).contains("SKILLS_CHANGED CATEGORY:INVOICE, LANGUAGE:en");
        mvc.perform(get("/people").with(MAX)).andExpect(content().string(containsString("发票、英语")));
    }

    @Test
    void a_hand_over_that_is_not_right_changes_nothing_and_says_why() throws Exception {
        ComplaintNumber number = desk.recorded();
        tasks.setAssignee(desk.task(number, "DiagnoseProblem").getId(), "peopleamy");

        handOver("way", "TO_ONE", "to", "peoplemax").andExpect(content().string(containsString("请选择一位在岗的同事")));
        handOver("way", "TO_ONE", "to", "").andExpect(content().string(containsString("请选择一位在岗的同事")));
        handOver("why", "调岗").andExpect(content().string(containsString("请选择交给谁")));
        handOver("way", "SPREAD", "why", "长".repeat(201)).andExpect(content().string(containsString("原因不超过 200 个字")));
        assertThat(desk.task(number, "DiagnoseProblem").getAssignee()).isEqualTo("peopleamy");

        handOver("way", "TO_GROUP", "why", "<script>x</script>").andExpect(content().string(containsString("已转交 1 个任务")))
                .andExpect(content().string(not(containsString("<script>"))));
        assertThat(desk.task(number, "DiagnoseProblem").getAssignee()).isNull();
    }

    @Test
    void the_list_finds_people_by_name_and_group() throws Exception {
        mvc.perform(get("/people").with(SUE).param("q", "TAMY")).andExpect(content().string(containsString("Tamy")))
                .andExpect(content().string(not(containsString("Tben<"))));
        mvc.perform(get("/people").with(SUE).param("group", "MANAGERS")).andExpect(content().string(containsString("Tmax")))
                .andExpect(content().string(not(containsString("Tamy<"))));
        mvc.perform(get("/people").with(SUE).param("q", "nobody-at-all")).andExpect(content().string(containsString("没有符合条件的人")));
    }

    private ResultActions handOver(String... fields) throws Exception {
        MockHttpServletRequestBuilder form = post("/people/peopleamy/hand-over").with(SUE).with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            form.param(fields[i], fields[i + 1]);
        }
        return mvc.perform(form).andExpect(status().isOk());
    }

    private ResultActions make(RequestPostProcessor who, String id, String name, String group) throws Exception {
        return mvc.perform(post("/people").with(who).with(csrf()).param("id", id).param("name", name).param("email", "")
                .param("groups", group.toUpperCase()).param("all", "true"));
    }

    private static String secret(MvcResult page) throws Exception {
        Matcher found = SECRET.matcher(page.getResponse().getContentAsString());
        assertThat(found.find()).as(page.getResponse().getContentAsString()).isTrue();
        return found.group(1);
    }

    private List<String> audited(String subject) {
        return jdbc.sql("select what || ' ' || coalesce(detail, '') from audit_line where subject = ? order by line").param(subject)
                .query(String.class).list();
    }
}
