package org.complaintdesk.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** What Tasklist asks us, as the people who are signed in there. */
@DeskTest
class WorkEndpointsTests {

    @Autowired
    MockMvc browser;
    @Autowired
    ObjectMapper json;
    @Autowired
    IdentityService identity;
    @Autowired
    Shops shops;
    @Autowired
    TaskService tasks;
    @Autowired
    CaseDriver desk;

    private final String unique = String.valueOf(System.nanoTime());
    private String amy;
    private String ben;
    private String sue;
    private String fay;
    private ComplaintNumber number;
    private String task;

    @BeforeEach
    void people_and_a_task() {
        amy = person("amy", "艾米", "agents");
        ben = person("ben", "阿本", "agents");
        sue = person("sue", "苏姐", "supervisors");
        fay = person("fay", "菲菲", "finance");
        number = desk.recorded();
        task = desk.task(number, "DiagnoseProblem").getId();
    }

    @Test
    void agent_claims_several_tasks_at_once() throws Exception {
        String second = desk.task(desk.recorded(), "DiagnoseProblem").getId();

        assertThat(messages(claim(amy, task, second))).containsExactly("true 已认领", "true 已认领");
        assertThat(assignee(task)).isEqualTo(amy);
        assertThat(assignee(second)).isEqualTo(amy);
    }

    @Test
    void of_each_task_is_said_what_became_of_it() throws Exception {
        String mine = desk.task(desk.recorded(), "DiagnoseProblem").getId();
        String bens = desk.task(desk.recorded(), "DiagnoseProblem").getId();
        String supervisors = desk.task(escalatedApproval(), "ApproveSolution").getId();
        tasks.setAssignee(mine, amy);
        tasks.setAssignee(bens, ben);

        assertThat(messages(claim(amy, task, mine, bens, supervisors, "no-such-task", task))).containsExactly("true 已认领",
                "true 本来就由您负责", "false 已由阿本认领", "false 任务已经完成或不存在了", "false 任务已经完成或不存在了");
        assertThat(assignee(bens)).isEqualTo(ben);
        assertThat(assignee(supervisors)).isNull();
    }

    @Test
    void agent_gives_back_what_is_his_or_her_own_and_nothing_else() throws Exception {
        String bens = desk.task(desk.recorded(), "DiagnoseProblem").getId();
        tasks.setAssignee(task, amy);
        tasks.setAssignee(bens, ben);

        assertThat(messages(handOver(amy, null, task, bens))).containsExactly("true 已放回本组，等待认领",
                "false 由阿本负责，只有本人或主管可以放回和移交");
        assertThat(assignee(task)).isNull();
        assertThat(assignee(bens)).isEqualTo(ben);
    }

    @Test
    void agent_hands_own_tasks_to_a_colleague_of_the_group() throws Exception {
        tasks.setAssignee(task, amy);

        assertThat(messages(handOver(amy, ben, task))).containsExactly("true 已移交给阿本");
        assertThat(assignee(task)).isEqualTo(ben);
    }

    @Test
    void nobody_of_another_group_is_given_the_task_nor_is_work_pushed_on_a_colleague() throws Exception {
        String nobodys = desk.task(desk.recorded(), "DiagnoseProblem").getId();
        tasks.setAssignee(task, amy);

        assertThat(messages(handOver(amy, fay, task))).containsExactly("false 菲菲不在负责这个任务的组里，或不负责这家店铺");
        assertThat(messages(handOver(amy, "nobody", task))).containsExactly("false nobody不在负责这个任务的组里，或不负责这家店铺");
        assertThat(messages(handOver(amy, ben, nobodys))).containsExactly("false 还没有人认领，请先认领再移交");
        assertThat(assignee(task)).isEqualTo(amy);
    }

    @Test
    void supervisor_gives_anybodys_task_to_a_colleague_of_its_group() throws Exception {
        tasks.setAssignee(task, amy);

        assertThat(messages(handOver(sue, ben, task))).containsExactly("true 已移交给阿本");
        assertThat(messages(handOver(sue, null, task))).containsExactly("true 已放回本组，等待认领");
        assertThat(messages(handOver(sue, amy, task))).containsExactly("true 已移交给艾米");
        assertThat(messages(handOver(sue, amy, task))).containsExactly("true 本来就由艾米负责");
    }

    @Test
    void colleagues_to_choose_are_those_who_can_do_all_of_the_tasks() throws Exception {
        String finances = desk.task(refund(), "ConfirmRefund").getId();

        assertThat(ids(colleagues(amy, task))).contains(ben).doesNotContain(amy, sue, fay);
        assertThat(ids(colleagues(sue, task, finances))).isEmpty();
        assertThat(ids(colleagues(sue, finances))).contains(fay).doesNotContain(ben);
        assertThat(ids(colleagues(amy, finances))).as("a task that is not hers").isEmpty();
    }

    @Test
    void counts_follow_what_a_person_does_at_once() throws Exception {
        int before = counts(amy).path("counts").path("mine").asInt();

        claim(amy, task);

        assertThat(counts(amy).path("counts").path("mine").asInt()).isEqualTo(before + 1);
        assertThat(counts(amy).path("token").asText()).isNotBlank();
    }

    @Test
    void the_day_begins_where_there_is_work() throws Exception {
        assertThat(counts(amy).path("opening").asText()).as("she has taken nothing yet").isEqualTo("group");

        claim(amy, task);

        assertThat(counts(amy).path("opening").asText()).isEqualTo("mine");
    }

    @Test
    void case_file_is_one_click_from_the_task() throws Exception {
        browser.perform(get("/work/tasks/" + task + "/case").with(httpBasic(amy, "demo"))).andExpect(redirectedUrl("/cases/" + number));
        browser.perform(get("/work/tasks/" + task + "/case").with(httpBasic(fay, "demo"))).andExpect(status().isNotFound());
        browser.perform(get("/work/tasks/no-such-task/case").with(httpBasic(amy, "demo"))).andExpect(status().isNotFound());
    }

    @Test
    void strangers_and_forms_from_elsewhere_are_kept_out() throws Exception {
        browser.perform(get("/work/filter-counts")).andExpect(status().isUnauthorized());
        browser.perform(post("/work/claims").contentType(MediaType.APPLICATION_JSON).content("{}")).andExpect(status().is4xxClientError());
        browser.perform(post("/work/claims").with(httpBasic(amy, "demo")).contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(Map.of("tasks", List.of(task))))).andExpect(status().isForbidden());
        assertThat(assignee(task)).isNull();
    }

    @Test
    void a_request_without_tasks_or_with_too_many_is_refused() throws Exception {
        posted(amy, "/work/claims", Map.of("tasks", List.of())).andExpect(status().isBadRequest());
        posted(amy, "/work/claims", Map.of()).andExpect(status().isBadRequest());
        posted(amy, "/work/claims", Map.of("tasks", Collections.nCopies(101, task))).andExpect(status().isBadRequest());
        posted(amy, "/work/claims", Map.of("tasks", List.of("x".repeat(65)))).andExpect(status().isBadRequest());
    }

    private ComplaintNumber escalatedApproval() {
        ComplaintNumber diagnosed = desk.diagnosed();
        desk.propose(diagnosed, "REFUND", 300);
        return diagnosed;
    }

    private ComplaintNumber refund() {
        ComplaintNumber accepted = desk.accepted("REFUND", 60);
        desk.complete(accepted, "ExecuteSolution", "executionReference", "RF-1", "executionNote", "已提交退款");
        return accepted;
    }

    private String person(String id, String name, String group) {
        User user = identity.newUser(id + unique);
        user.setFirstName(name);
        user.setLastName("");
        user.setPassword("demo");
        identity.saveUser(user);
        identity.createMembership(user.getId(), group);
        identity.createMembership(user.getId(), Shops.ALL);
        return user.getId();
    }

    private String assignee(String id) {
        return tasks.createTaskQuery().taskId(id).singleResult().getAssignee();
    }

    private JsonNode claim(String who, String... ids) throws Exception {
        return read(posted(who, "/work/claims", Map.of("tasks", List.of(ids))));
    }

    private JsonNode handOver(String who, String to, String... ids) throws Exception {
        Map<String, Object> wish = new HashMap<>(Map.of("tasks", List.of(ids)));
        wish.put("to", to);
        return read(posted(who, "/work/handovers", wish));
    }

    private JsonNode colleagues(String who, String... ids) throws Exception {
        return read(browser.perform(get("/work/colleagues").param("task", ids).with(httpBasic(who, "demo"))));
    }

    private JsonNode counts(String who) throws Exception {
        return read(browser.perform(get("/work/filter-counts").with(httpBasic(who, "demo"))));
    }

    private ResultActions posted(String who, String path, Map<String, ?> body) throws Exception {
        return browser.perform(post(path).with(httpBasic(who, "demo")).with(csrf()).contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body)));
    }

    private JsonNode read(ResultActions answer) throws Exception {
        return json.readTree(answer.andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    private static List<String> messages(JsonNode answer) {
        return StreamSupport.stream(answer.path("results").spliterator(), false)
                .map(one -> one.path("done").asText() + " " + one.path("message").asText()).toList();
    }

    private static List<String> ids(JsonNode people) {
        return StreamSupport.stream(people.spliterator(), false).map(one -> one.path("id").asText()).toList();
    }
}
