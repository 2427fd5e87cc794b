package org.complaintdesk.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.complaintdesk.complaint.Closing;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.ComplaintQuery;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.Stage;
import org.complaintdesk.identity.ShopScope;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Whoever oversees the desk sees how it stands, and the way of each case. */
@DeskTest
class InsightPagesTests {

    private static final RequestPostProcessor SUE = httpBasic("insightsue", "demo");
    private static final ShopScope EVERYWHERE = new ShopScope(true, Set.of(), Set.of());
    private static final RequestPostProcessor AMY = httpBasic("insightamy", "demo");

    @Autowired MockMvc mvc;
    @Autowired CaseDriver desk;
    @Autowired Complaints complaints;
    @Autowired Snapshots snapshots;
    @Autowired StepHistory history;
    @Autowired StepRows rows;
    @Autowired TaskService tasks;
    @Autowired IdentityService identity;
    @Autowired JdbcClient jdbc;
    @Autowired ObjectMapper json;
    @Autowired Clock clock;

    @BeforeEach
    void people() {
        joins("insightsue", "supervisors");
        joins("insightamy", "agents");
    }

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    void supervisors_see_the_overview_and_agents_neither_it_nor_the_way_there() throws Exception {
        mvc.perform(get("/insight").with(SUE)).andExpect(status().isOk()).andExpect(content().string(containsString("投诉概况")));
        mvc.perform(get("/cases").with(AMY)).andExpect(content().string(not(containsString("href=\"/insight\""))));
        for (String closed : List.of("/insight", "/insight/figures", "/insight/finished", "/insight/stays")) {
            mvc.perform(get(closed).with(AMY)).andExpect(status().isForbidden());
            mvc.perform(get(closed)).andExpect(status().isUnauthorized());
        }
    }

    @Test
    void each_figure_is_the_length_of_the_list_it_leads_to() {
        ComplaintNumber late = desk.recorded();
        desk.diagnosed();
        ComplaintNumber gone = desk.recorded();
        complaints.endEarly(gone, Closing.WITHDRAWN, "客户撤诉");
        desk.timePasses(late, Duration.ofHours(30));
        jdbc.sql("update complaint set escalation_level = 1 where number = ?").param(late.value()).update();
        jdbc.sql("update customer_update set state = 'BOUNCED' where case_number = ? and audience = 'CUSTOMER'").param(late.value()).update();

        Snapshot counted = snapshots.count();

        assertThat(sum(counted, OpenRow::overdue)).isPositive().isEqualTo(length(ComplaintQuery.where().overdue(true).query()));
        assertThat(sum(counted, OpenRow::escalated)).isPositive().isEqualTo(length(ComplaintQuery.where().escalated(true).query()));
        assertThat(sum(counted, OpenRow::mailFailed)).isPositive().isEqualTo(length(ComplaintQuery.where().mailFailed(true).query()));
        assertThat(sum(counted, OpenRow::dueSoon)).isEqualTo(length(ComplaintQuery.where().dueWithin(Duration.ofHours(4)).query()));
        for (Stage stage : Stage.values()) {
            if (stage != Stage.CLOSED) {
                assertThat(counted.open().stream().filter(row -> row.stage() == stage).mapToLong(OpenRow::open).sum())
                        .as(stage.name()).isEqualTo(length(ComplaintQuery.where().stage(stage).query()));
            }
        }
        assertThat(counted.received().stream().mapToLong(Snapshot.OfShop::count).sum())
                .isEqualTo(length(ComplaintQuery.where().received(counted.today(), counted.today()).query()));
        assertThat(counted.closed().stream().mapToLong(Snapshot.OfShop::count).sum())
                .isEqualTo(length(ComplaintQuery.where().closed(counted.today(), counted.today()).query()));
    }

    @Test
    void figures_lead_to_lists_that_show_as_many() throws Exception {
        ComplaintNumber number = desk.recorded();
        desk.timePasses(number, Duration.ofHours(26));

        JsonNode sheet = ask("/insight/figures");
        for (String group : List.of("urgent", "today", "stages")) {
            for (JsonNode figure : sheet.get(group)) {
                String href = figure.get("href").asText();
                assertThat(mvc.perform(get(URI.create(href)).with(SUE)).andReturn().getResponse().getStatus()).as(href).isEqualTo(200);
            }
        }
        assertThat(figure(sheet, "overdue").get("alarming").asBoolean()).isTrue();
    }

    @Test
    void a_shop_nobody_configured_has_its_line_too() throws Exception {
        desk.arrives(CaseDriver.somethingBroken());
        desk.arrives(CaseDriver.somethingBroken());
        String shop = jdbc.sql("select shop from complaint order by id desc limit 1").query(String.class).single();
        String other = "没人登记过的店";
        jdbc.sql("update complaint set shop = ? where id = (select max(id) from complaint)").param(other).update();
        later(Duration.ofSeconds(11));

        JsonNode lines = ask("/insight/figures").get("shops");

        assertThat(lines.findValuesAsText("shop")).contains(shop, other);
    }

    @Test
    void figures_are_counted_once_for_all_who_ask_within_seconds() throws Exception {
        later(Duration.ofDays(1));
        long before = figure(ask("/insight/figures"), "RECEIVED").get("count").asLong();

        desk.arrives(CaseDriver.somethingBroken());

        assertThat(figure(ask("/insight/figures"), "RECEIVED").get("count").asLong()).isEqualTo(before);
        later(Duration.ofSeconds(11));
        assertThat(figure(ask("/insight/figures"), "RECEIVED").get("count").asLong()).isEqualTo(before + 1);
    }

    @Test
    void finished_case_is_found_by_its_number_its_order_its_outcome_and_its_day() throws Exception {
        String number = finished();

        assertThat(numbers("/insight/finished?q=" + number)).containsExactly(number);
        assertThat(numbers("/insight/finished?q=" + number.toLowerCase())).containsExactly(number);
        assertThat(numbers("/insight/finished?q=TB20261121001&outcome=SATISFIED")).contains(number);
        assertThat(numbers("/insight/finished?q=" + number + "&outcome=WITHDRAWN")).isEmpty();
        assertThat(numbers("/insight/finished")).contains(number);
        assertThat(numbers("/insight/finished?from=2020-01-01&to=2020-01-31")).isEmpty();
        assertThat(numbers("/insight/finished?q=" + desk.recorded())).as("still open").isEmpty();
    }

    @Test
    void finished_cases_are_listed_with_the_year_of_their_days() throws Exception {
        JsonNode row = ask("/insight/finished?q=" + finished()).get("rows").get(0);

        assertThat(row.get("received").asText()).matches("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}");
        assertThat(row.get("closed").asText()).matches("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}");
    }

    @Test
    void pages_of_finished_cases_follow_each_other_without_gap_or_double() throws Exception {
        String pattern = finished();
        jdbc.sql("""
                insert into complaint (%1$s, number, order_number, closed_at)
                select %1$s, 'F-' || n, 'PAGES', now() - n / 2 * interval '1 minute' from complaint, generate_series(1, 120) n where number = ?"""
                .formatted(columns())).param(pattern).update();

        List<String> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonNode page = ask("/insight/finished?q=PAGES&after=" + next);
            page.get("rows").forEach(row -> seen.add(row.get("number").asText()));
            next = page.get("next").isNull() ? null : page.get("next").asText();
        }
        assertThat(seen).hasSize(120).doesNotHaveDuplicates();
        jdbc.sql("delete from complaint_text where complaint_id in (select id from complaint where order_number = 'PAGES')").update();
        jdbc.sql("delete from complaint where order_number = 'PAGES'").update();
    }

    @Test
    void way_of_a_finished_case_is_known_with_every_step_and_flow() throws Exception {
        String number = finished();

        JsonNode sheet = ask("/insight/cases/" + number);
        JsonNode path = ask("/insight/instances/" + sheet.get("instances").get(0).get("id").asText() + "/path");

        assertThat(texts(path.get("elements"))).contains("RecordComplaint", "DiagnoseProblem", "ConfirmRefund", "FollowUpCustomer");
        assertThat(texts(path.get("flows"))).anyMatch(flow -> flow.startsWith("DiagnoseProblemTo"));
        assertThat(texts(path.get("open"))).isEmpty();
        assertThat(texts(path.get("elements"))).as("how it began and ended says its own row").contains("ComplaintReceived", "ComplaintClosed");
        assertThat(texts(path.get("flows"))).contains("ComplaintReceivedToComplaintRegistered", "CloseComplaintToComplaintClosed");
        assertThat(path.get("steps").get(0).get("element").asText()).isEqualTo("ComplaintReceived");
        assertThat(path.get("steps").get(path.get("steps").size() - 1).get("element").asText()).isEqualTo("ComplaintClosed");
        assertThat(path.get("definition").asText()).startsWith("complaint-handling:");
        assertThat(path.get("steps")).anyMatch(step -> step.get("element").asText().equals("DiagnoseProblem")
                && step.get("name").asText().equals("诊断问题") && step.get("state").asText().equals("已完成"));
    }

    @Test
    void how_it_began_and_ended_is_told_once_when_a_version_before_noted_it_as_steps_too() throws Exception {
        String instance = ask("/insight/cases/" + finished()).get("instances").get(0).get("id").asText();
        JsonNode told = ask("/insight/instances/" + instance + "/path");

        noteAsStep(instance, "start_act_id_", "startEvent", "start_time_", 0);
        noteAsStep(instance, "end_act_id_", "noneEndEvent", "end_time_", Long.MAX_VALUE);

        JsonNode path = ask("/insight/instances/" + instance + "/path");
        assertThat(texts(path.get("flows"))).containsExactlyInAnyOrderElementsOf(texts(told.get("flows")));
        assertThat(path.get("steps").findValuesAsText("element")).isEqualTo(told.get("steps").findValuesAsText("element"));
    }

    private void noteAsStep(String instance, String element, String type, String moment, long order) {
        assertThat(jdbc.sql("""
                        insert into act_hi_actinst (id_, proc_def_key_, proc_def_id_, proc_inst_id_, execution_id_, act_id_, act_type_,
                                                    start_time_, end_time_, act_inst_state_, sequence_counter_)
                        select ?, proc_def_key_, proc_def_id_, proc_inst_id_, proc_inst_id_, %s, ?, %s, %s, 4, ?
                          from act_hi_procinst where proc_inst_id_ = ?""".formatted(element, moment, moment))
                .params(element + ":" + instance, type, order, instance).update()).isOne();
    }

    @Test
    void who_has_a_task_and_who_had_it_is_told_with_the_step() throws Exception {
        ComplaintNumber number = desk.recorded();
        String task = desk.task(number, "DiagnoseProblem").getId();
        String instance = instance(number.value());

        tasks.setAssignee(task, "insightamy");

        assertThat(whoHas(instance, "DiagnoseProblem")).isEqualTo("insightamy");
        tasks.setAssignee(task, "insightsue");
        assertThat(whoHas(instance, "DiagnoseProblem")).isEqualTo("insightsue");
        assertThat(rows.longest("complaint-handling", "DiagnoseProblem", EVERYWHERE, 10_000))
                .anyMatch(at -> at.instance().equals(instance) && at.assignee().equals("insightsue"));
        desk.diagnose(number);
        assertThat(whoHas(instance, "DiagnoseProblem")).isEqualTo("insightsue");
        assertThat(jdbc.sql("select assignee_ from act_hi_actinst where task_id_ = ?").param(task).query(String.class).single())
                .as("when it has ended, the engine's own history of steps tells it too").isEqualTo("insightsue");
    }

    private String whoHas(String instance, String element) throws Exception {
        return find(ask("/insight/instances/" + instance + "/path").get("steps"), "element", element).orElseThrow().get("who").asText();
    }

    @Test
    void instance_tells_the_facts_clocks_and_messages_of_its_case() throws Exception {
        ComplaintNumber number = desk.diagnosed();

        JsonNode sheet = ask("/insight/instances/" + instance(number.value()) + "/case");

        assertThat(sheet.get("number").asText()).isEqualTo(number.value());
        assertThat(sheet.get("facts")).anyMatch(fact -> fact.get("value").asText().equals("制定方案中"));
        assertThat(sheet.get("clocks")).anyMatch(clock -> clock.get("name").asText().equals("解决投诉"));
        assertThat(sheet.get("messages")).isNotEmpty();
        assertThat(sheet.toString()).as("no address in full").doesNotContainPattern("[a-f0-9]{8}@example.com").contains("***@example.com");
        mvc.perform(get("/insight/instances/none/case").with(SUE)).andExpect(status().isNotFound());
        mvc.perform(get("/insight/cases/C-20000101-000001").with(SUE)).andExpect(status().isNotFound());
    }

    @Test
    void each_stay_is_counted_once_and_who_stands_there_is_known() throws Exception {
        jdbc.sql("truncate step_stay, step_stay_reading").update();
        ComplaintNumber number = desk.recorded();
        desk.timePasses(number, Duration.ofHours(2));
        desk.diagnose(number);
        later(Duration.ofMinutes(5));
        long before = stays("DiagnoseProblem");

        countAll();
        long counted = stays("DiagnoseProblem");
        countAll();

        assertThat(counted).isGreaterThan(before);
        assertThat(stays("DiagnoseProblem")).isEqualTo(counted);
        JsonNode step = step(ask("/insight/stays?process=complaint-handling&days=7"), "ProposeSolution");
        assertThat(step.get("standing").asLong()).isPositive();
        assertThat(ask("/insight/stays/complaint-handling/ProposeSolution")).isNotEmpty();
        assertThat(jdbc.sql("select max(longest) from step_stay where step = 'DiagnoseProblem'").query(Long.class).single())
                .isGreaterThanOrEqualTo(7_200);
    }

    private String finished() {
        ComplaintNumber number = desk.settled();
        desk.timePasses(number, Duration.ofDays(3));
        desk.complete(number, "FollowUpCustomer", "satisfied", "YES", "score", 5);
        return number.value();
    }

    private String columns() {
        return String.join(", ", jdbc.sql("""
                select column_name from information_schema.columns where table_name = 'complaint' and table_schema = 'public'
                and column_name not in ('id', 'number', 'order_number', 'closed_at')""").query(String.class).list());
    }

    private void countAll() {
        boolean more = true;
        while (more) {
            more = history.countNext();
        }
    }

    private long stays(String step) {
        return jdbc.sql("select coalesce(sum(stays), 0) from step_stay where step = ?").param(step).query(Long.class).single();
    }

    private void later(Duration time) {
        ClockUtil.setCurrentTime(Date.from(clock.instant().plus(time)));
    }

    private static JsonNode step(JsonNode sheet, String id) {
        return find(sheet.get("steps"), "id", id).orElseThrow();
    }

    private static JsonNode figure(JsonNode sheet, String key) {
        return find(sheet.get("urgent"), "key", key).or(() -> find(sheet.get("stages"), "key", key)).orElseThrow();
    }

    private static Optional<JsonNode> find(JsonNode array, String name, String value) {
        return StreamSupport.stream(array.spliterator(), false).filter(one -> one.get(name).asText().equals(value)).findFirst();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }

    private List<String> numbers(String path) throws Exception {
        return ask(path).get("rows").findValuesAsText("number");
    }

    private String instance(String number) {
        return jdbc.sql("select proc_inst_id_ from act_hi_procinst where business_key_ = ? and proc_def_key_ = 'complaint-handling'")
                .param(number).query(String.class).single();
    }

    private long length(ComplaintQuery query) {
        return complaints.search(query, PageRequest.of(0, 1)).getTotalElements();
    }

    private static long sum(Snapshot counted, ToLongFunction<OpenRow> column) {
        return counted.open().stream().mapToLong(column).sum();
    }

    private JsonNode ask(String path) throws Exception {
        return json.readTree(mvc.perform(get(path).with(SUE)).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private void joins(String id, String group) {
        if (identity.createUserQuery().userId(id).count() == 0) {
            User person = identity.newUser(id);
            person.setFirstName(id);
            person.setLastName("");
            person.setPassword("demo");
            identity.saveUser(person);
            identity.createMembership(id, group);
        }
    }
}
