package org.complaintdesk.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.complaintdesk.complaint.Closing;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.ComplaintQuery;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.Stage;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.deadline.ClockKey;
import org.complaintdesk.deadline.ClockName;
import org.complaintdesk.deadline.PauseReason;
import org.complaintdesk.platform.Turn;
import org.complaintdesk.policy.Category;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@DeskTest
class ForecastTests {

    @Autowired CaseDriver desk;
    @Autowired Complaints complaints;
    @Autowired CaseClocks clocks;
    @Autowired Forecasts forecasts;
    @Autowired ForecastText text;
    @Autowired ForecastTurn turn;
    @Autowired Lessons lessons;
    @Autowired KeptStays stays;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;
    @Autowired DataSource database;
    @Autowired MockMvc mvc;
    History history;

    @BeforeEach
    void nothing_is_known() {
        history = new History(jdbc, stays, clock);
        history.forget();
    }

    @AfterEach
    void the_clock_goes_right_again() {
        ClockUtil.reset();
    }

    @Test
    void a_forecast_says_what_became_of_similar_cases() {
        ComplaintNumber number = desk.diagnosed();
        history.add(Stage.PROPOSING, Category.DAMAGED_IN_TRANSIT, History.hours(1, 32));
        lessons.learn();

        Forecast forecast = forecasts.of(number.value()).orElseThrow();

        assertThat(forecast.basis()).isEqualTo(Basis.CATEGORY_AND_STAGE);
        assertThat(forecast.similar()).isEqualTo(32);
        assertThat(forecast.late()).isEqualTo(9);
        assertThat(forecast.likelyAt()).isBetween(soon(Duration.ofMinutes(959)), soon(Duration.ofMinutes(961)));
        assertThat(text.why(forecast)).contains("类似的 32 例", "有 9 例此后用时超过了本案剩余的 24 小时", "半数此后 16 小时内办结");
        assertThat(text.chance(forecast)).isEqualTo("28%");
    }

    @Test
    void below_twenty_similar_cases_there_is_no_figure_but_the_reason() {
        ComplaintNumber number = desk.diagnosed();
        history.add(Stage.PROPOSING, Category.DAMAGED_IN_TRANSIT, History.hours(1, 12));
        lessons.learn();

        Forecast forecast = forecasts.of(number.value()).orElseThrow();

        assertThat(forecast.isKnown()).isFalse();
        assertThat(text.why(forecast)).contains("暂不预测", "12 例", "不足 20 例");
        assertThat(text.finishInShort(forecast)).isEqualTo("暂无");
    }

    @Test
    void time_in_the_stage_counts_and_is_told() {
        ComplaintNumber number = desk.diagnosed();
        history.add(Stage.PROPOSING, Category.DAMAGED_IN_TRANSIT, History.hours(1, 40));
        lessons.learn();
        turn.take();
        ClockUtil.setCurrentTime(Date.from(soon(Duration.ofMinutes(10 * 60 + 5))));

        Forecast forecast = forecasts.of(number.value()).orElseThrow();

        assertThat(forecast.similar()).isEqualTo(30);
        assertThat(forecast.late()).isEqualTo(17);
        assertThat(text.why(forecast)).contains("停留不少于 10 小时");
    }

    @Test
    void while_the_case_waits_nobody_knows_when_only_how_long() {
        ComplaintNumber number = desk.diagnosed();
        history.add(Stage.PROPOSING, Category.DAMAGED_IN_TRANSIT, History.hours(1, 32));
        lessons.learn();
        turn.take();
        assertThat(forecasts.of(number.value()).orElseThrow().waiting()).isFalse();

        clocks.pause(settlement(number), "sue", new PauseReason("MANUAL", "等快递核实"));

        Forecast forecast = forecasts.of(number.value()).orElseThrow();
        assertThat(forecast.waiting()).isTrue();
        assertThat(forecast.likelyAt()).isNull();
        assertThat(forecast.likely()).isBetween(Duration.ofMinutes(958), Duration.ofHours(16));
        assertThat(text.finish(forecast)).contains("计时暂停", "16 小时");
    }

    @Test
    void a_case_that_cannot_be_read_keeps_no_other_from_its_forecast() {
        ComplaintNumber unreadable = desk.diagnosed();
        ComplaintNumber after = desk.diagnosed();
        turn.take();
        jdbc.sql("update case_forecast set hours = 'nonsense' where complaint_id = (select id from complaint where number = ?)")
                .param(unreadable.value()).update();
        history.add(Stage.PROPOSING, Category.DAMAGED_IN_TRANSIT, History.hours(1, 32));
        lessons.learn();

        turn.take();

        assertThat(chance(unreadable)).isEmpty();
        assertThat(chance(after)).isPresent();
    }

    @Test
    void settled_and_unknown_cases_have_none() {
        ComplaintNumber number = desk.settled();

        assertThat(forecasts.of(number.value())).isEmpty();
        assertThat(forecasts.of("C-20990101-000001")).isEmpty();
        assertThat(forecasts.of(Set.of())).isEmpty();
    }

    @Test
    void a_finished_case_is_learned_from_stage_by_stage_without_its_pauses() {
        ComplaintNumber number = desk.diagnosed();
        pass(number, Duration.ofHours(2));
        desk.propose(number, "REFUND", 99);
        pass(number, Duration.ofHours(5));
        desk.complete(number, "RecordCustomerAnswer", "answer", "ACCEPTED");
        pass(number, Duration.ofHours(3));
        desk.complete(number, "ExecuteSolution", "executionNote", "已在后台提交退款", "executionReference", "RF-1");
        desk.complete(number, "ConfirmRefund", "refundOutcome", "PAID", "refundAmount", 99, "refundReference", "FIN-1");

        turn.take();

        assertThat(learned(number, Stage.PROPOSING)).isEqualTo(new Stay(Duration.ofHours(2), Duration.ofHours(5)));
        assertThat(learned(number, Stage.AWAITING_CUSTOMER)).isEqualTo(new Stay(Duration.ZERO, Duration.ofHours(3)));
        assertThat(learned(number, Stage.EXECUTING)).isEqualTo(new Stay(Duration.ofHours(3), Duration.ofHours(3)));
    }

    @Test
    void the_stage_in_which_a_case_is_settled_is_learned_although_the_clock_goes_on_while_it_is_saved() {
        ComplaintNumber number = desk.accepted("REFUND", 99);
        ClockUtil.offset(Duration.ofHours(3).toMillis());
        desk.complete(number, "ExecuteSolution", "executionNote", "已在后台提交退款", "executionReference", "RF-1");
        desk.complete(number, "ConfirmRefund", "refundOutcome", "PAID", "refundAmount", 99, "refundReference", "FIN-1");

        turn.take();

        assertThat(learned(number, Stage.EXECUTING)).isEqualTo(new Stay(Duration.ofHours(3), Duration.ofHours(3)));
    }

    @Test
    void the_stage_in_which_a_case_is_ended_early_is_learned_likewise() {
        ComplaintNumber number = desk.diagnosed();
        ClockUtil.offset(Duration.ofHours(2).toMillis());
        complaints.endEarly(number, Closing.WITHDRAWN, "客户来电撤诉");

        turn.take();

        assertThat(learned(number, Stage.PROPOSING)).isEqualTo(new Stay(Duration.ofHours(2), Duration.ofHours(2)));
    }

    @Test
    void lists_are_sorted_by_risk_and_by_expected_finish() throws Exception {
        history.add(Stage.PROPOSING, Category.DAMAGED_IN_TRANSIT, History.hours(1, 32));
        history.add(Stage.EXECUTING, Category.DAMAGED_IN_TRANSIT, History.hours(1, 20));
        ComplaintNumber safe = desk.accepted("REFUND", 99);
        ComplaintNumber risky = desk.diagnosed();
        ComplaintNumber unknown = desk.recorded();
        lessons.learn();
        turn.take();

        assertThat(sorted(CaseSort.RISK, safe, risky, unknown)).containsExactly(risky, safe, unknown);
        assertThat(sorted(CaseSort.FINISH, safe, risky, unknown)).containsExactly(safe, risky, unknown);
        for (CaseSort sort : List.of(CaseSort.RISK, CaseSort.FINISH)) {
            assertThat(pages(sort, 0)).as("more than are counted, %s", sort).isEqualTo(pages(sort, 1_000_000));
        }
        mvc.perform(get("/cases").param("sort", "RISK").with(httpBasic("admin", "demo"))).andExpect(status().isOk())
                .andExpect(content().string(containsString("最可能超时"))).andExpect(content().string(containsString("类似的 ")));
    }

    @Test
    void case_page_and_api_show_the_forecast_with_its_reason() throws Exception {
        ComplaintNumber number = desk.diagnosed();
        history.add(Stage.PROPOSING, Category.DAMAGED_IN_TRANSIT, History.hours(1, 32));
        lessons.learn();

        mvc.perform(get("/cases/" + number).with(httpBasic("admin", "demo"))).andExpect(status().isOk())
                .andExpect(content().string(containsString("类似的 32 例"))).andExpect(content().string(containsString("28%")));
        mvc.perform(get("/api/complaints/" + number).with(httpBasic("admin", "demo"))).andExpect(status().isOk())
                .andExpect(jsonPath("$.forecast.breachChance").value(9.0 / 32)).andExpect(jsonPath("$.forecast.similar").value(32))
                .andExpect(jsonPath("$.forecast.late").value(9)).andExpect(jsonPath("$.forecast.risk").value("RAISED"))
                .andExpect(jsonPath("$.forecast.likelyNeeds").value(startsWith("PT1")))
                .andExpect(jsonPath("$.forecast.likelyFinish").exists());
        turn.take();
        mvc.perform(get("/api/complaints").param("sort", "RISK").param("size", "1").with(httpBasic("admin", "demo")))
                .andExpect(status().isOk()).andExpect(jsonPath("$.complaints[0].forecast.why").exists());
    }

    @Test
    void while_another_node_is_at_it_this_one_leaves_it() {
        ComplaintNumber number = desk.diagnosed();
        TurnEachMinute here = new TurnEachMinute(turn, database);

        try (Turn elsewhere = Turn.ifFree(database, Turn.Of.FORECAST).orElseThrow()) {
            here.take();
            assertThat(isKept(number)).isFalse();
        }
        here.take();
        assertThat(isKept(number)).isTrue();
    }

    private boolean isKept(ComplaintNumber number) {
        return jdbc.sql("select exists (select from case_forecast f join complaint c on c.id = f.complaint_id where c.number = ?)")
                .param(number.value()).query(Boolean.class).single();
    }

    private Stay learned(ComplaintNumber number, Stage stage) {
        return jdbc.sql("""
                        select s.stayed, s.needed from stage_stay s join complaint c on c.id = s.complaint_id
                        where c.number = ? and s.stage = ?""").params(number.value(), stage.name())
                .query((row, index) -> new Stay(rounded(row.getLong("stayed")), rounded(row.getLong("needed")))).single();
    }

    private static Duration rounded(long millis) {
        return Duration.ofMinutes(Math.round(millis / 60_000.0));
    }

    private List<ComplaintNumber> sorted(CaseSort by, ComplaintNumber... among) {
        return complaints.search(ComplaintQuery.ALL, by.order(), PageRequest.of(0, 10_000), 1_000).getContent().stream()
                .map(complaint -> complaint.number()).filter(List.of(among)::contains).toList();
    }

    /** All of them, page by page: where more cases are wanted than are counted, an index has them in order. */
    private List<ComplaintNumber> pages(CaseSort by, int counted) {
        List<ComplaintNumber> all = new ArrayList<>();
        List<ComplaintNumber> page;
        int at = 0;
        do {
            page = complaints.search(ComplaintQuery.ALL, by.order(), PageRequest.of(at++, 20), counted).getContent().stream()
                    .map(complaint -> complaint.number()).toList();
            all.addAll(page);
        } while (!page.isEmpty());
        return all;
    }

    private void pass(ComplaintNumber number, Duration time) {
        desk.timePasses(number, time);
    }

    private static ClockKey settlement(ComplaintNumber number) {
        return ClockKey.of(number.value(), ClockName.SETTLEMENT);
    }

    private Instant soon(Duration from) {
        return clock.instant().plus(from);
    }

    private Optional<Double> chance(ComplaintNumber number) {
        return jdbc.sql("select f.chance from case_forecast f join complaint c on c.id = f.complaint_id where c.number = ?")
                .param(number.value()).query((row, index) -> Optional.ofNullable(row.getObject(1, Double.class))).single();
    }
}
