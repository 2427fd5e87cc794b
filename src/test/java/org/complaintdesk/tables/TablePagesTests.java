package org.complaintdesk.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
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

import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.identity.User;
import org.complaintdesk.platform.DecisionTables;
import org.complaintdesk.policy.Authority;
import org.complaintdesk.policy.Money;
import org.complaintdesk.policy.Remedy;
import org.complaintdesk.policy.Severity;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.util.MultiValueMap;

@DeskTest
class TablePagesTests {

    private static final String TABLE = "authority";
    private static final String PAGE = "/policy/tables/" + TABLE;
    private static final String LIMIT = "AuthorityRule06";
    private static final String WITHIN = "AuthorityRule07";
    private static final RequestPostProcessor SUE = httpBasic("tablesue", "demo");
    private static final RequestPostProcessor TOM = httpBasic("tabletom", "demo");
    private static final RequestPostProcessor MAX = httpBasic("tablemax", "demo");
    private static final RequestPostProcessor AMY = httpBasic("tableamy", "demo");

    @Autowired MockMvc mvc;
    @Autowired Tables tables;
    @Autowired TableEditing editing;
    @Autowired TableChecks checks;
    @Autowired RowForm form;
    @Autowired Authority authority;
    @Autowired DecisionTables decisions;
    @Autowired RepositoryService repository;
    @Autowired IdentityService identity;
    @Autowired JdbcClient jdbc;
    @Autowired DataSource database;

    @BeforeEach
    void people() {
        person("tablesue", "Sue", "supervisors");
        person("tabletom", "Tom", "supervisors");
        person("tablemax", "Max", "managers");
        person("tableamy", "Amy", "agents");
    }

    @AfterEach
    void the_softwares_tables_are_in_force_again() {
        repository.createDeploymentQuery().deploymentSource("house").list().forEach(each -> repository.deleteDeployment(each.getId(), true));
        jdbc.sql("delete from policy_draft").update();
        jdbc.sql("delete from policy_version where house or who <> 'system'").update();
        List.of("tablesue", "tabletom", "tablemax", "tableamy").forEach(identity::deleteUser);
    }

    @Test
    void every_table_of_the_software_passes_the_check() {
        assertThat(tables.names()).hasSize(13);
        for (String table : tables.names()) {
            String version = tables.inForce(table);
            Sheet sheet = tables.sheet(table, version);
            assertThat(checks.of(sheet, tables.file(version), tables.shipped(table).shape(), tables.use(table)))
                    .as(table).filteredOn(Finding::refused).isEmpty();
            assertThat(sheet.inputs()).as(table).noneMatch(column -> column.label().isBlank());
        }
    }

    @Test
    void those_who_supervise_read_and_supervisors_change() throws Exception {
        mvc.perform(get("/policy/tables")).andExpect(status().isUnauthorized());
        mvc.perform(get("/policy/tables").with(AMY)).andExpect(status().isForbidden());
        mvc.perform(get("/policy/tables").with(MAX)).andExpect(status().isOk())
                .andExpect(content().string(containsString("方案是否需要主管审批")));
        mvc.perform(get(PAGE).with(MAX)).andExpect(status().isOk()).andExpect(content().string(containsString("大于 100")))
                .andExpect(content().string(not(containsString("修改这张表"))));
        mvc.perform(get(PAGE).with(SUE)).andExpect(content().string(containsString("修改这张表")));
        mvc.perform(get("/policy/tables/no-such-table").with(SUE)).andExpect(status().isNotFound());
        mvc.perform(post(PAGE + "/draft").with(MAX).with(csrf())).andExpect(status().isForbidden());
        mvc.perform(get(PAGE + "/draft").with(MAX)).andExpect(status().isForbidden());
        mvc.perform(get(PAGE + "/draft").with(SUE)).andExpect(redirectedUrl(PAGE + "?gone"));
    }

    @Test
    void every_table_can_be_opened_and_each_of_its_rows_edited() throws Exception {
        for (String table : tables.names()) {
            mvc.perform(get("/policy/tables/" + table).with(SUE)).andExpect(status().isOk());
            mvc.perform(post("/policy/tables/" + table + "/draft").with(SUE).with(csrf())).andExpect(status().is3xxRedirection());
            String row = tables.sheet(table, tables.inForce(table)).rules().get(0).id();
            mvc.perform(get("/policy/tables/" + table + "/draft").param("edit", row).with(SUE)).andExpect(status().isOk())
                    .andExpect(content().string(containsString("保存这一行")));
            mvc.perform(get("/policy/tables/" + table + "/draft/trial").param("cases", "50").with(SUE)).andExpect(status().isOk());
            mvc.perform(post("/policy/tables/" + table + "/draft/trial").with(SUE).with(csrf())).andExpect(status().isOk());
        }
    }

    @Test
    void a_row_that_is_saved_unchanged_says_the_same() throws Exception {
        for (String table : tables.names()) {
            Sheet sheet = tables.sheet(table, tables.inForce(table));
            for (Rule rule : sheet.rules()) {
                assertThat(form.read(sheet, rule.id(), Typed.of(form.of(sheet, rule)))).as(table + " " + rule.id())
                        .satisfies(read -> assertThat(Plain.of(read)).isEqualTo(Plain.of(rule)));
            }
        }
    }

    @Test
    void supervisor_raises_the_limit_publishes_and_goes_back() throws Exception {
        assertThat(needsApproval("150")).isTrue();
        int before = tables.versions(TABLE).get(0).number();

        mvc.perform(post(PAGE + "/draft").with(SUE).with(csrf())).andExpect(redirectedUrl(PAGE + "/draft"));
        save(SUE, LIMIT, "MORE", "２００元", "APPROVAL", "超过客服权限，须由主管批准。").andExpect(redirectedUrl(PAGE + "/draft?saved=" + LIMIT + "#" + LIMIT));
        save(SUE, WITHIN, "BETWEEN", "0", "NO_APPROVAL", "在客服权限以内。", "in1.high", "200");
        assertThat(needsApproval("150")).as("a draft decides nothing").isTrue();

        mvc.perform(post(PAGE + "/draft/trial").with(SUE).with(csrf()).param("remedy", "REFUND").param("amount", "150")
                        .param("severity", "P3").param("orderAmount", "500"))
                .andExpect(content().string(containsString("第 6 行"))).andExpect(content().string(containsString("第 7 行")));
        mvc.perform(get(PAGE + "/draft/publish").with(SUE)).andExpect(content().string(containsString("大于 200")));
        publish(SUE, "").andExpect(status().isOk()).andExpect(content().string(containsString("请写一句为什么改")));
        publish(SUE, "双十一期间放宽").andExpect(redirectedUrl(PAGE + "?published"));

        assertThat(needsApproval("150")).isFalse();
        mvc.perform(get(PAGE).with(MAX)).andExpect(content().string(containsString("双十一期间放宽")))
                .andExpect(content().string(containsString("Sue")));
        mvc.perform(get(PAGE + "/compare").param("from", "" + before).param("to", "" + (before + 1)).with(MAX))
                .andExpect(content().string(containsString("<del>大于 100</del>"))).andExpect(content().string(containsString("<ins>大于 200</ins>")));
        assertThat(lastAudit()).contains("> 100 → > 200").startsWith("version " + (before + 1));

        mvc.perform(post(PAGE + "/versions/" + before + "/restore").with(SUE).with(csrf())).andExpect(redirectedUrl(PAGE + "/draft/publish"));
        mvc.perform(get(PAGE + "/draft/publish").with(SUE)).andExpect(content().string(containsString("恢复到第 " + before + " 版")));
        publish(SUE, "恢复到第 " + before + " 版");
        assertThat(needsApproval("150")).isTrue();
        assertThat(tables.versions(TABLE)).first().satisfies(version -> {
            assertThat(version.number()).isEqualTo(before + 2);
            assertThat(version.origin()).as("what equals the software's follows it").isEqualTo(Version.Origin.SOFTWARE);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"MORE | 一百 | APPROVAL | x | 不是数字", "MORE | | APPROVAL | x | 还没有填内容",
            "FORMULA | > oderAmount | APPROVAL | x | 不是数字，也不是已知的名称", "FORMULA | \"100\" | APPROVAL | x | 这里要填数字",
            "FORMULA | > | APPROVAL | x | 看不懂", "MORE | 5 | MAYBE | x | 没有“MAYBE”", "MORE | 5 | | x | 不能为空", "MORE | 5 | APPROVAL | | 不能为空"})
    void a_mistake_is_told_beside_the_row_and_cannot_be_published(String how, String value, String approval, String reason, String told) throws Exception {
        mvc.perform(post(PAGE + "/draft").with(SUE).with(csrf()));
        save(SUE, LIMIT, how, value == null ? "" : value, approval == null ? "" : approval, reason == null ? "" : reason, "in1.formula", value == null ? "" : value)
                .andExpect(redirectedUrl(PAGE + "/draft?edit=" + LIMIT + "#edit"));
        mvc.perform(get(PAGE + "/draft").param("edit", LIMIT).with(SUE)).andExpect(content().string(containsString(told)));

        publish(SUE, "trotzdem").andExpect(status().isOk()).andExpect(content().string(containsString("必须改正")));
        assertThat(tables.versions(TABLE).get(0).origin()).isEqualTo(Version.Origin.SOFTWARE);
    }

    @Test
    void the_last_row_cannot_go_and_a_row_that_never_applies_is_named() throws Exception {
        mvc.perform(post(PAGE + "/draft").with(SUE).with(csrf()));
        step(SUE, "copy", LIMIT);
        mvc.perform(get(PAGE + "/draft").with(SUE)).andExpect(content().string(containsString("永远轮不到这一行：第 6 行")));
        List<Rule> rules = editing.draft(TABLE, "tablesue").orElseThrow().rules();
        step(SUE, "up", rules.get(6).id());
        step(SUE, "remove", rules.get(rules.size() - 1).id());
        mvc.perform(get(PAGE + "/draft").with(SUE)).andExpect(content().string(containsString("在最后保留一行")));
        mvc.perform(post(PAGE + "/draft/discard").with(SUE).with(csrf())).andExpect(redirectedUrl(PAGE + "?discarded"));
    }

    @Test
    void a_pattern_that_never_ends_is_refused() throws Exception {
        String page = "/policy/tables/complaint-category";
        mvc.perform(post(page + "/draft").with(SUE).with(csrf()));
        Draft draft = editing.draft("complaint-category", "tablesue").orElseThrow();
        Rule first = draft.rules().get(0);
        editing.change(draft, draft.revision(), rules -> {
            rules.set(0, new Rule(first.id(), "", List.of("matches(?, \"(a+)+b\")", "", "", ""), first.out()));
            return rules;
        });
        mvc.perform(get(page + "/draft").with(SUE)).andExpect(content().string(containsString("太费时间")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "NEXT_RESPONSE | 1.5 | 0 | true", "NEXT_RESPONSE | 1 | 2 | true", "NEXT_RESPONSE | 1 | 0 | false", "NEXT_RESPONSE | 0 | 0 | false",
            "- | 1 | 2 | true", "PROPOSAL | 1.5 | 2 | false"})
    void an_alarm_of_a_letters_answer_that_would_never_come_is_refused(String clock, String level1, String level2, boolean refused) throws Exception {
        String page = "/policy/tables/service-level";
        mvc.perform(post(page + "/draft").with(SUE).with(csrf()));
        Draft draft = editing.draft("service-level", "tablesue").orElseThrow();
        Sheet sheet = tables.sheet("service-level", tables.inForce("service-level"));
        int first = IntStream.range(0, sheet.outputs().size()).filter(i -> sheet.outputs().get(i).name().equals("level1")).findFirst().orElseThrow();
        editing.change(draft, draft.revision(), rules -> {
            Rule like = rules.stream().filter(rule -> rule.in().get(0).equals("\"NEXT_RESPONSE\"")).findFirst().orElseThrow();
            List<String> in = new ArrayList<>(like.in());
            in.set(0, clock.equals("-") ? "" : '"' + clock + '"');
            in.set(4, "\"某店\"");
            List<String> out = new ArrayList<>(like.out());
            out.set(first, level1);
            out.set(first + 1, level2);
            rules.add(0, new Rule("OfOneShop", "试试", in, out));
            return rules;
        });

        String told = "超时只在到期时报告一次";
        mvc.perform(get(page + "/draft").with(SUE)).andExpect(content().string(refused ? containsString(told) : not(containsString(told))));
    }

    @Test
    void two_supervisors_lose_nothing() throws Exception {
        mvc.perform(post(PAGE + "/draft").with(SUE).with(csrf()));
        mvc.perform(post(PAGE + "/draft").with(TOM).with(csrf()));
        save(SUE, LIMIT, "MORE", "200", "APPROVAL", "超过客服权限。");
        save(TOM, "AuthorityRule04", "MORE", "80", "APPROVAL", "订单金额未知。", "in3.how", "UNKNOWN");
        publish(SUE, "先改");

        publish(TOM, "后改").andExpect(status().isOk()).andExpect(content().string(containsString("Sue")))
                .andExpect(content().string(containsString("您的改动没有丢失")));
        Draft stale = editing.draft(TABLE, "tabletom").orElseThrow();
        mvc.perform(post(PAGE + "/draft/update").with(TOM).with(csrf()).param("revision", "" + stale.revision()))
                .andExpect(redirectedUrl(PAGE + "/draft?updated"));
        publish(TOM, "后改").andExpect(redirectedUrl(PAGE + "?published"));

        Sheet inForce = tables.sheet(TABLE, tables.inForce(TABLE));
        assertThat(inForce.rule(LIMIT).orElseThrow().in()).contains("> 200");
        assertThat(inForce.rule("AuthorityRule04").orElseThrow().in()).contains("> 80");
    }

    @Test
    void of_two_supervisors_who_publish_at_the_same_moment_one_wins_and_the_other_is_told() throws Exception {
        int before = tables.versions(TABLE).get(0).number();
        mvc.perform(post(PAGE + "/draft").with(SUE).with(csrf()));
        mvc.perform(post(PAGE + "/draft").with(TOM).with(csrf()));
        save(SUE, LIMIT, "MORE", "200", "APPROVAL", "超过客服权限。");
        save(TOM, "AuthorityRule04", "MORE", "80", "APPROVAL", "订单金额未知。", "in3.how", "UNKNOWN");

        List<ResultActions> answers = atOnce(() -> publish(SUE, "苏"), () -> publish(TOM, "汤"));

        List<Integer> statuses = answers.stream().map(each -> each.andReturn().getResponse().getStatus()).toList();
        assertThat(statuses).containsExactlyInAnyOrder(200, 302);
        boolean sue = statuses.get(0) == 302;
        ResultActions won = answers.get(sue ? 0 : 1);
        ResultActions told = answers.get(sue ? 1 : 0);
        won.andExpect(redirectedUrl(PAGE + "?published"));
        told.andExpect(content().string(containsString("您的改动没有丢失")));
        assertThat(tables.versions(TABLE).get(0).number()).isEqualTo(before + 1);

        RequestPostProcessor other = sue ? TOM : SUE;
        mvc.perform(post(PAGE + "/draft/update").with(other).with(csrf()).param("revision", "" + revision(other)));
        publish(other, "也").andExpect(redirectedUrl(PAGE + "?published"));
        Sheet inForce = tables.sheet(TABLE, tables.inForce(TABLE));
        assertThat(inForce.rule(LIMIT).orElseThrow().in()).contains("> 200");
        assertThat(inForce.rule("AuthorityRule04").orElseThrow().in()).contains("> 80");
    }

    /** Lets both begin and wait for the table, so that neither has seen what the other is about to do. */
    private List<ResultActions> atOnce(Callable<ResultActions> one, Callable<ResultActions> another) throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try (Connection holder = database.getConnection()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("select from policy_table where name = '" + TABLE + "' for update");
            List<Future<ResultActions>> publishing = List.of(both.submit(one), both.submit(another));
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> jdbc.sql("select count(*) from pg_stat_activity"
                    + " where datname = current_database() and wait_event_type = 'Lock'").query(Integer.class).single() == 2);
            holder.rollback();
            return List.of(publishing.get(0).get(20, TimeUnit.SECONDS), publishing.get(1).get(20, TimeUnit.SECONDS));
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    void times_and_comparisons_are_said_and_typed_in_words() throws Exception {
        String page = "/policy/tables/deadline";
        mvc.perform(get(page).with(SUE)).andExpect(content().string(containsString("24 小时")))
                .andExpect(content().string(not(containsString("PT24H"))));
        mvc.perform(get(PAGE).with(SUE)).andExpect(content().string(containsString("大于 “订单金额”")))
                .andExpect(content().string(not(containsString("orderAmount"))));

        Sheet sheet = tables.sheet("deadline", tables.inForce("deadline"));
        int within = sheet.outputs().stream().map(Column::name).toList().indexOf("within");
        Rule rule = sheet.rules().get(0);
        MultiValueMap<String, String> typed = Typed.of(form.of(sheet, rule));
        assertThat(typed.getFirst("out" + within + ".text")).isEqualTo("24 小时");
        typed.set("out" + within + ".text", "３６小时");
        assertThat(form.read(sheet, rule.id(), typed).out().get(within)).isEqualTo("\"PT36H\"");
    }

    @Test
    void a_row_of_the_house_about_what_the_software_no_longer_asks_does_no_harm_and_goes_at_the_next_edit() throws Exception {
        String page = "/policy/tables/deadline";
        repository.createDeployment().source("house").addString("processes/policy/deadline.dmn",
                new String(tables.file(tables.inForce("deadline")), UTF_8).replaceFirst("<rule ", """
                        <rule id="Former"><description>x</description>
                        <inputEntry id="FormerIn1"><text>"SETTLEMENT"</text></inputEntry><inputEntry id="FormerIn2"><text></text></inputEntry>
                        <outputEntry id="FormerOut1"><text>"PT20H"</text></outputEntry>
                        <outputEntry id="FormerOut2"><text>"ROUND_THE_CLOCK"</text></outputEntry>
                        <outputEntry id="FormerOut3"><text>"x"</text></outputEntry></rule>
                        <rule\s""")).deploy();
        assertThat(decisions.evaluate("deadline", Map.of("clock", "FOLLOW_UP", "severity", "P2"))).first()
                .satisfies(answer -> assertThat(answer).containsEntry("within", "P3D"));

        mvc.perform(post(page + "/draft").with(SUE).with(csrf()));
        mvc.perform(get(page + "/draft").with(SUE)).andExpect(content().string(containsString("没有“SETTLEMENT”这个值")))
                .andExpect(content().string(containsString("请删掉这一行")));
        Draft draft = editing.draft("deadline", "tablesue").orElseThrow();
        editing.change(draft, draft.revision(), rules -> rules.stream().filter(rule -> !rule.id().equals("Former")).toList());

        mvc.perform(post(page + "/draft/publish").with(SUE).with(csrf()).param("revision", "" + (draft.revision() + 1)).param("note", "x"))
                .andExpect(redirectedUrl(page + "?published"));
        assertThat(tables.versions("deadline").get(0).origin()).isEqualTo(Version.Origin.SOFTWARE);
    }

    @Test
    void two_windows_of_one_supervisor_do_not_overwrite_each_other() throws Exception {
        mvc.perform(post(PAGE + "/draft").with(SUE).with(csrf()));
        save(SUE, LIMIT, "MORE", "200", "APPROVAL", "x");
        mvc.perform(row(LIMIT, "MORE", "300", "APPROVAL", "x").param("revision", "1").with(SUE).with(csrf()))
                .andExpect(redirectedUrl(PAGE + "/draft?overtaken"));
        assertThat(editing.draft(TABLE, "tablesue").orElseThrow().rules().get(5).in()).contains("> 200");
    }

    private boolean needsApproval(String amount) {
        return authority.on(Remedy.REFUND, Money.of(amount), Severity.P3, Money.of("500")).approvalNeeded();
    }

    private ResultActions save(RequestPostProcessor who, String row, String how, String amount, String approval, String reason, String... more) throws Exception {
        MockHttpServletRequestBuilder typed = row(row, how, amount, approval, reason).param("revision", "" + revision(who));
        Map<String, String> rest = more.length == 0 ? Map.of() : Map.of(more[0], more[1]);
        rest.forEach(typed::param);
        return mvc.perform(typed.with(who).with(csrf()));
    }

    private static MockHttpServletRequestBuilder row(String row, String how, String amount, String approval, String reason) {
        return post(PAGE + "/draft/rows/" + row).param("in1.how", how).param("in1.low", amount).param("out0.text", approval)
                .param("out1.text", reason).param("note", "本店口径");
    }

    private void step(RequestPostProcessor who, String what, String row) throws Exception {
        mvc.perform(post(PAGE + "/draft/rows").with(who).with(csrf()).param("revision", "" + revision(who)).param(what, row))
                .andExpect(status().is3xxRedirection());
    }

    private ResultActions publish(RequestPostProcessor who, String note) throws Exception {
        return mvc.perform(post(PAGE + "/draft/publish").with(who).with(csrf()).param("revision", "" + revision(who)).param("note", note));
    }

    private int revision(RequestPostProcessor who) {
        return editing.draft(TABLE, who == SUE ? "tablesue" : "tabletom").orElseThrow().revision();
    }

    private String lastAudit() {
        return jdbc.sql("select detail from audit_line where what = 'POLICY_CHANGED' and subject = ? order by line desc limit 1").param(TABLE)
                .query(String.class).single();
    }

    private void person(String id, String name, String group) {
        User person = identity.newUser(id);
        person.setFirstName(name);
        person.setPassword("demo");
        identity.saveUser(person);
        identity.createMembership(id, group);
    }
}
