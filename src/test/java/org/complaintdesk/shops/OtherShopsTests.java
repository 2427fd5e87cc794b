package org.complaintdesk.shops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.complaintdesk.support.TwoShopsTest.ELSEWHERE;
import static org.complaintdesk.support.TwoShopsTest.NORTH;
import static org.complaintdesk.support.TwoShopsTest.SOUTH;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.customer.CustomerFiles;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.TwoShopsTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case of one shop, asked for by whoever works for another: on our pages, by our API, by the engine's, in its web applications. */
@TwoShopsTest
class OtherShopsTests {

    @Autowired
    private IdentityService identity;
    @Autowired
    private Shops shops;
    @Autowired
    private Complaints complaints;
    @Autowired
    private Customers customers;
    @Autowired
    private CustomerFiles files;
    @Autowired
    private CaseDriver desk;
    @Autowired
    private TaskService tasks;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private HistoryService history;
    @Autowired
    private ManagementService management;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private TestRestTemplate http;
    @LocalServerPort
    private int port;

    private Team team;
    private String word;
    private ComplaintNumber north;
    private ComplaintNumber south;
    private ComplaintNumber elsewhere;

    @BeforeEach
    void a_case_of_each_shop() {
        team = new Team(identity, shops);
        team.gathers();
        word = "w" + UUID.randomUUID().toString().substring(0, 8);
        north = arrives(NORTH);
        south = arrives(SOUTH);
        elsewhere = arrives(ELSEWHERE);
    }

    @AfterEach
    void go_home() {
        team.leaves();
    }

    private ComplaintNumber arrives(String shop) {
        return complaints.register(new NewComplaint(shop, Channel.PHONE, UUID.randomUUID().toString(), null, null,
                word + " 酒瓶破损", null, null, new Contact("王" + shop, word + shop.hashCode() + "@example.com", null, null))).number();
    }

    // What a flow belongs to

    @Test
    void flow_belongs_to_its_shop_with_all_its_tasks_timers_messages_and_history() {
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(north.value()).list())
                .isNotEmpty().allMatch(flow -> NORTH.equals(flow.getTenantId()));
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(north.value()).list())
                .isNotEmpty().allMatch(task -> NORTH.equals(task.getTenantId()));
        assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("update-delivery")
                .variableValueEquals("number", north.value()).list()).isNotEmpty().allMatch(flow -> NORTH.equals(flow.getTenantId()));
        assertThat(history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(north.value()).list())
                .isNotEmpty().allMatch(flow -> NORTH.equals(flow.getTenantId()));
        String flow = runtime.createProcessInstanceQuery().processInstanceBusinessKey(north.value())
                .processDefinitionKey("complaint-handling").singleResult().getId();
        assertThat(management.createJobQuery().processInstanceId(flow).list()).isNotEmpty()
                .allMatch(job -> NORTH.equals(job.getTenantId()));
        assertThat(runtime.createVariableInstanceQuery().processInstanceIdIn(flow).list())
                .isNotEmpty().allMatch(variable -> NORTH.equals(variable.getTenantId()));
    }

    @Test
    void nothing_more_is_stored_of_the_shop_than_that() {
        assertThat(runtime.createVariableInstanceQuery().variableName("shop").processInstanceIdIn(runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(north.value()).list().get(0).getId()).count()).isZero();
    }

    @Test
    void case_of_a_shop_that_is_not_in_the_settings_belongs_to_none() {
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(elsewhere.value()).list())
                .isNotEmpty().allMatch(flow -> flow.getTenantId() == null);
    }

    // Our API

    @Test
    void api_lists_and_shows_what_is_seen_and_knows_nothing_of_the_rest() {
        assertThat(listed(Team.NORTHERN)).containsExactlyInAnyOrder(north.value(), elsewhere.value());
        assertThat(listed(Team.SOUTHERN)).containsExactlyInAnyOrder(south.value(), elsewhere.value());
        assertThat(listed(Team.NOWHERE)).containsExactly(elsewhere.value());
        for (String all : List.of(Team.EVERYWHERE, Team.MANAGER, Team.FINANCE, Team.ADMIN)) {
            assertThat(listed(all)).as(all).hasSize(3);
        }
        assertThat(get(Team.NORTHERN, "/api/complaints/" + north)).isEqualTo(HttpStatus.OK);
        assertThat(get(Team.NORTHERN, "/api/complaints/" + south)).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(get(Team.NORTHERN, "/api/complaints/" + south + "/matters")).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(post(Team.NORTHERN, "/api/complaints/" + south + "/ending", "{\"closing\":\"WITHDRAWN\",\"note\":\"x\"}").getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void nobody_registers_for_a_shop_that_is_not_theirs() {
        String body = """
                {"shop": "%s", "channel": "TMALL", "description": "假货", "customer": {"name": "张"}}""";

        ResponseEntity<String> refused = post(Team.NORTHERN, "/api/complaints", body.formatted(SOUTH));
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(refused.getBody()).contains("“南山专营店”不是您负责的店铺。", "\"field\":\"shop\"");
        assertThat(post(Team.NORTHERN, "/api/complaints", body.formatted(NORTH)).getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(post(Team.NORTHERN, "/api/complaints", body.formatted(ELSEWHERE)).getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(post(Team.ADMIN, "/api/complaints", body.formatted(SOUTH)).getStatusCode()).isEqualTo(HttpStatus.CREATED);
    }

    // Our pages

    @ParameterizedTest
    @ValueSource(strings = {"/cases/%s", "/cases/%s/evidence", "/cases/%s/clocks", "/cases/%s/matters"})
    void pages_of_a_case_are_not_there_for_who_does_not_see_it(String page) {
        assertThat(get(Team.NORTHERN, page.formatted(south))).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(get(Team.NORTHERN_LEAD, page.formatted(south))).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(get(Team.MANAGER, page.formatted(south))).isNotIn(HttpStatus.FORBIDDEN, HttpStatus.INTERNAL_SERVER_ERROR);
        assertThat(get(Team.SOUTHERN, page.formatted(south))).isNotEqualTo(HttpStatus.INTERNAL_SERVER_ERROR);
    }

    @Test
    void lists_of_cases_clocks_and_customers_leave_out_what_is_not_seen() {
        InTasklist lead = new InTasklist(port, Team.NORTHERN_LEAD);

        assertThat(lead.get("/cases?q=" + word).body()).contains(north.value()).doesNotContain(south.value());
        assertThat(lead.get("/deadlines/clocks.csv").body()).contains(north.value()).doesNotContain(south.value());
        assertThat(lead.get("/deadlines").body()).contains(NORTH).doesNotContain(SOUTH);
        assertThat(lead.get("/cases/" + north + "/clocks").body()).contains(NORTH).doesNotContain(SOUTH);
        assertThat(lead.get("/customers?q=" + URLEncoder.encode("王" + NORTH, StandardCharsets.UTF_8)).body()).contains("/customers/" + customer(north));
        assertThat(lead.get("/customers?q=" + URLEncoder.encode("王" + SOUTH, StandardCharsets.UTF_8)).body()).doesNotContain("/customers/" + customer(south));
    }

    @Test
    void file_of_a_customer_is_seen_by_who_sees_one_of_their_shops() {
        assertThat(get(Team.NORTHERN, "/customers/" + customer(north))).isEqualTo(HttpStatus.OK);
        assertThat(get(Team.NORTHERN, "/customers/" + customer(elsewhere))).isEqualTo(HttpStatus.OK);
        assertThat(get(Team.NORTHERN, "/customers/" + customer(south))).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(get(Team.NORTHERN_LEAD, "/customers/" + customer(south) + "/erase")).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void file_that_is_another_shops_too_shows_ones_own_part_and_is_not_handed_out() {
        complaints.registerFor(customer(north), new NewComplaint(SOUTH, Channel.PHONE, null, null, null, "另一家店也出了问题", null,
                null, new Contact("王", null, null, null)));
        String page = new InTasklist(port, Team.NORTHERN_LEAD).get("/customers/" + customer(north)).body();

        assertThat(page).contains(north.value()).doesNotContain(SOUTH, "/erase");
        assertThat(get(Team.NORTHERN_LEAD, "/customers/" + customer(north) + "/erase")).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(get(Team.ADMIN, "/customers/" + customer(north) + "/erase")).isEqualTo(HttpStatus.OK);
    }

    @Test
    void number_of_a_file_that_became_part_of_another_shops_is_as_unknown_as_that() {
        long theirs = customer(south);
        long absorbed = customer(complaints.register(new NewComplaint(SOUTH, Channel.PHONE, null, null, null, "又一次", null, null,
                new Contact("王二", word + "2@example.com", null, null))).number());
        files.merge(absorbed, theirs, Team.SOUTHERN_LEAD);

        assertThat(get(Team.NORTHERN, "/customers/" + absorbed)).isEqualTo(HttpStatus.NOT_FOUND);
        InTasklist agent = new InTasklist(port, Team.NORTHERN);
        String own = "/customers/" + customer(north);
        assertThat(agent.submit(own, own + "/unmask", "reason=x").statusCode()).isEqualTo(200);
        assertThat(agent.submit(own, "/customers/" + absorbed + "/unmask", "reason=x").statusCode()).isEqualTo(404);
        assertThat(agent.submit(own, "/customers/" + absorbed + "/contact", "customerName=x&email=mine@example.com").statusCode()).isEqualTo(404);
        InTasklist lead = new InTasklist(port, Team.NORTHERN_LEAD);
        assertThat(lead.submit(own, "/customers/" + absorbed + "/export", "").statusCode()).isIn(403, 404);
        assertThat(customers.byId(theirs).email()).isNotEqualTo("mine@example.com");
    }

    @Test
    void case_does_not_tell_of_what_the_customer_complained_about_elsewhere() {
        ComplaintNumber other = complaints.registerFor(customer(north), new NewComplaint(SOUTH, Channel.PHONE, null, null, null,
                "另一家店也出了问题", null, null, new Contact("王", null, null, null))).number();

        assertThat(page(Team.EVERYWHERE, "/cases/" + north)).contains(other.value(), "另一家店也出了问题");
        assertThat(page(Team.NORTHERN, "/cases/" + north)).doesNotContain(other.value(), "另一家店也出了问题");
    }

    // The engine's REST

    @Test
    void engine_rest_has_only_what_is_seen() {
        assertThat(engine(Team.NORTHERN, "/task?processInstanceBusinessKey=" + north)).contains(NORTH);
        assertThat(engine(Team.NORTHERN, "/task?processInstanceBusinessKey=" + south)).isEqualTo("[]");
        assertThat(engine(Team.EVERYWHERE, "/task?processInstanceBusinessKey=" + south)).contains(SOUTH);
        assertThat(engine(Team.NORTHERN_LEAD, "/process-instance?businessKey=" + south)).isEqualTo("[]");
        assertThat(engine(Team.NORTHERN_LEAD, "/variable-instance?variableName=number&variableValues=number_eq_" + south)).isEqualTo("[]");
        assertThat(engine(Team.NORTHERN_LEAD, "/history/process-instance?processInstanceBusinessKey=" + south)).isEqualTo("[]");
        assertThat(engine(Team.MANAGER, "/process-instance?businessKey=" + south)).contains(SOUTH);
        assertThat(engine(Team.ADMIN, "/process-instance?businessKey=" + south)).contains(SOUTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/task/{task}", "/task/{task}/variables", "/task/{task}/form-variables", "/task/{task}/deployed-form",
            "/task/{task}/identity-links", "/task/{task}/comment", "/process-instance/{flow}", "/process-instance/{flow}/variables",
            "/process-instance/{flow}/activity-instances", "/execution/{flow}/localVariables", "/history/process-instance/{flow}"})
    void single_things_of_another_shop_are_not_there_in_the_engine(String path) {
        String concrete = "/engine-rest" + path.replace("{task}", task(south)).replace("{flow}", flow(south));

        for (String person : List.of(Team.NORTHERN_LEAD, Team.NORTHERN)) {
            ResponseEntity<String> answer = http.withBasicAuth(person, "demo").getForEntity(concrete, String.class);
            assertThat(answer.getStatusCode()).isIn(HttpStatus.NOT_FOUND, HttpStatus.FORBIDDEN, HttpStatus.BAD_REQUEST);
            assertThat(answer.getBody()).doesNotContain(word, SOUTH);
        }
    }

    @Test
    void nobody_takes_completes_or_hands_on_a_task_of_another_shop() {
        String task = task(south);

        for (String deed : List.of("claim", "assignee", "unclaim", "complete", "submit-form")) {
            ResponseEntity<String> answer = post(Team.NORTHERN, "/engine-rest/task/" + task + "/" + deed,
                    "{\"userId\":\"" + Team.NORTHERN + "\"}");
            assertThat(answer.getStatusCode()).as(deed + ": " + answer.getBody()).isIn(HttpStatus.NOT_FOUND, HttpStatus.FORBIDDEN);
        }
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee()).isNull();
    }

    @Test
    void nobody_hands_a_task_to_a_colleague_who_would_not_see_it() {
        String task = task(north);
        tasks.setAssignee(task, Team.NORTHERN);

        ResponseEntity<String> refused = post(Team.NORTHERN, "/engine-rest/task/" + task + "/assignee", "{\"userId\":\"" + Team.SOUTHERN + "\"}");
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(refused.getBody()).contains("这位同事不负责“北岸旗舰店”");
        assertThat(post(Team.NORTHERN, "/engine-rest/task/" + task + "/assignee", "{\"userId\":\"" + Team.EVERYWHERE + "\"}").getStatusCode())
                .isEqualTo(HttpStatus.NO_CONTENT);
    }

    @Test
    void case_without_a_task_is_not_handed_over_to_who_would_not_see_it() {
        List.of(north, south).forEach(number -> handledBy(Team.EVERYWHERE, number));
        InTasklist admin = new InTasklist(port, Team.ADMIN);
        String person = "/people/" + Team.EVERYWHERE;

        String page = admin.submit(person, person + "/hand-over", "way=TO_ONE&to=" + Team.NORTHERN + "&cases=true").body();

        assertThat(page).contains(south.value()).contains("不负责店铺“" + SOUTH + "”");
        assertThat(complaints.get(north).handler()).isEqualTo(Team.NORTHERN);
        assertThat(complaints.get(south).handler()).isEqualTo(Team.EVERYWHERE);
    }

    @Test
    void supervisors_retry_jobs_of_their_own_shops_only() {
        String theirs = management.createJobQuery().processInstanceId(flow(south)).list().get(0).getId();
        String own = management.createJobQuery().processInstanceId(flow(north)).list().get(0).getId();

        ResponseEntity<String> refused = exchange(Team.NORTHERN_LEAD, HttpMethod.PUT, "/engine-rest/job/" + theirs + "/retries", "{\"retries\":2}");
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(refused.getBody()).contains("或者它属于您不负责的店铺");
        assertThat(management.createJobQuery().jobId(theirs).singleResult().getRetries()).isNotEqualTo(2);
        assertThat(exchange(Team.NORTHERN_LEAD, HttpMethod.PUT, "/engine-rest/job/" + own + "/retries", "{\"retries\":2}").getStatusCode())
                .isEqualTo(HttpStatus.NO_CONTENT);
    }

    // The web applications

    @Test
    void tasklist_and_cockpit_show_what_is_seen() {
        InTasklist agent = new InTasklist(port, Team.NORTHERN);
        String tasksOf = "/camunda/api/engine/engine/default/task?processInstanceBusinessKey=";

        assertThat(agent.get(tasksOf + north).body()).contains(NORTH);
        assertThat(agent.get(tasksOf + south).body()).isEqualTo("[]");
        assertThat(agent.get("/cases/" + south).statusCode()).isEqualTo(404);
        assertThat(agent.get("/cases/" + north).statusCode()).isEqualTo(200);

        InTasklist lead = new InTasklist(port, Team.NORTHERN_LEAD);
        String cockpit = "/camunda/api/cockpit/plugin/base/default/process-instance?";
        assertThat(lead.post(cockpit, "{\"businessKey\":\"" + south + "\"}").body()).isEqualTo("[]");
        assertThat(lead.post(cockpit, "{\"businessKey\":\"" + north + "\"}").body()).contains(north.value());
    }

    @Test
    void agent_takes_a_complaint_down_in_tasklist_for_own_shops_only() {
        InTasklist agent = new InTasklist(port, Team.NORTHERN);
        String start = "/camunda/api/engine/engine/default/process-definition/key/complaint-handling/submit-form";
        String form = """
                {"variables": {"shop": {"value": "%s"}, "channel": {"value": "PHONE"}, "description": {"value": "%s 电话"},
                 "customerName": {"value": "李四"}, "phone": {"value": "13900001111"}}}""";

        assertThat(agent.post(start, form.formatted(SOUTH, word)).body()).contains("不是您负责的店铺");
        var started = agent.post(start, form.formatted(NORTH, word));
        assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
        assertThat(started.body()).contains("\"tenantId\":\"" + NORTH + "\"");
    }

    @Test
    void finance_sees_its_step_of_every_shop_with_number_and_customer_and_nothing_else_of_the_case() {
        ComplaintNumber refund = desk.recorded(new NewComplaint(SOUTH, Channel.PHONE, null, "TB1", null, "破损", null, null,
                new Contact("赵六", "zhao@example.com", "13700001111", null)));
        desk.diagnose(refund);
        desk.propose(refund, "REFUND", 10);
        desk.complete(refund, "RecordCustomerAnswer", "answer", "ACCEPTED");
        desk.complete(refund, "ExecuteSolution", "executionNote", "已提交", "executionReference", "RF-1");
        String task = task(refund);

        String shown = engine(Team.FINANCE, "/task/" + task + "/localVariables");
        assertThat(shown).contains(refund.value(), "赵六").doesNotContain("13700001111", "zhao@example.com");
        assertThat(get(Team.FINANCE, "/engine-rest/process-instance/" + flow(refund) + "/variables")).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(get(Team.FINANCE, "/engine-rest/task/" + task(south) + "/variables")).isEqualTo(HttpStatus.FORBIDDEN);
        assertThat(engine(Team.FINANCE, "/task/" + task + "/variables")).doesNotContain("13700001111", "zhao@example.com");
    }

    private void handledBy(String person, ComplaintNumber number) {
        jdbc.sql("update complaint set handler = ? where number = ?").params(person, number.value()).update();
    }

    private long customer(ComplaintNumber number) {
        return complaints.get(number).customerId();
    }

    private String task(ComplaintNumber number) {
        return tasks.createTaskQuery().processInstanceBusinessKey(number.value()).list().get(0).getId();
    }

    private String flow(ComplaintNumber number) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(number.value())
                .processDefinitionKey("complaint-handling").singleResult().getId();
    }

    private List<String> listed(String who) {
        List<String> numbers = new ArrayList<>();
        Map<?, ?> body = http.withBasicAuth(who, "demo").getForObject("/api/complaints?q={q}", Map.class, word);
        ((List<?>) body.get("complaints")).forEach(each -> numbers.add((String) ((Map<?, ?>) each).get("number")));
        return numbers;
    }

    private HttpStatus get(String who, String path) {
        return HttpStatus.valueOf(http.withBasicAuth(who, "demo").getForEntity(path, String.class).getStatusCode().value());
    }

    private String page(String who, String path) {
        return http.withBasicAuth(who, "demo").getForObject(path, String.class);
    }

    private String engine(String who, String path) {
        return http.withBasicAuth(who, "demo").getForObject("/engine-rest" + path, String.class);
    }

    private ResponseEntity<String> post(String who, String path, String json) {
        return exchange(who, HttpMethod.POST, path, json);
    }

    private ResponseEntity<String> exchange(String who, HttpMethod method, String path, String json) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return http.withBasicAuth(who, "demo").exchange(path, method, new HttpEntity<>(json, headers), String.class);
    }
}
