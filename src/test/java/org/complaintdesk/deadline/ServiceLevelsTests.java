package org.complaintdesk.deadline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.complaintdesk.policy.Severity;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** What the table says, and in which version it says it. */
@DeskTest
class ServiceLevelsTests {

    private static final Instant NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final CaseTraits P3 = new CaseTraits(Severity.P3, null, "TMALL", "酒类旗舰店");

    @Autowired
    private ServiceLevels levels;
    @Autowired
    private CaseClocks clocks;
    @Autowired
    private RuleChange rules;
    @Autowired
    private RepositoryService repository;

    private final String number = "V-" + Long.toHexString(System.nanoTime());
    private final ClockKey settlement = ClockKey.of(number, ClockName.SETTLEMENT);
    private final ClockKey courier = new ClockKey(number, ClockName.COURIER_CLAIM, "1");
    private final List<String> deployments = new ArrayList<>();

    @BeforeEach
    void it_is_noon() {
        ClockUtil.setCurrentTime(Date.from(NOON));
    }

    @AfterEach
    void the_table_is_as_before() {
        clocks.caseEnds(number, "system", "TEST_OVER");
        deployments.forEach(deployment -> repository.deleteDeployment(deployment, true));
        ClockUtil.reset();
    }

    @ParameterizedTest
    @CsvSource({"FIRST_RESPONSE, P1, TMALL, PT5M, SERVICE_HOURS, REMIND", "NEXT_RESPONSE, P1, JD, PT1H, ROUND_THE_CLOCK, REMIND",
            "NEXT_RESPONSE, P2, JD, PT4H, SERVICE_HOURS, REMIND", "PROPOSAL, P1, JD, PT4H, ROUND_THE_CLOCK, REMIND",
            "PROPOSAL, P2, JD, PT8H, ROUND_THE_CLOCK, REMIND", "PROPOSAL, P3, JD, PT16H, ROUND_THE_CLOCK, REMIND",
            "SETTLEMENT, P3, TMALL, PT24H, ROUND_THE_CLOCK, ESCALATE", "EXECUTION, P3, JD, PT24H, ROUND_THE_CLOCK, ESCALATE",
            "PLATFORM_ANSWER, P3, TMALL, PT48H, ROUND_THE_CLOCK, ESCALATE",
            "PLATFORM_ANSWER, P3, JD, PT24H, ROUND_THE_CLOCK, ESCALATE",
            "PLATFORM_ANSWER, P3, DOUYIN, PT24H, ROUND_THE_CLOCK, ESCALATE",
            "PLATFORM_SUPPLEMENT, P3, JD, PT4H, PLATFORM_HOURS, ESCALATE",
            "REGULATOR, P1, PHONE, 7WD, WORKING_DAYS, ESCALATE", "COURIER_CLAIM, P3, TMALL, PT168H, ROUND_THE_CLOCK, REMIND",
            "OUTSIDE_ANSWER, P3, TMALL, PT72H, ROUND_THE_CLOCK, REMIND"})
    void each_clock_has_its_target_calendar_and_consequence(ClockName clock, Severity severity, String channel,
            String target, String calendar, OnBreach onBreach) {
        ServiceLevel level = levels.of(clock, new CaseTraits(severity, null, channel, null), NOON, levels.latest());

        assertThat(level.terms().target()).hasToString(target);
        assertThat(level.terms().calendar().name()).isEqualTo(calendar);
        assertThat(level.onBreach()).isEqualTo(onBreach);
        assertThat(level.terms().rule().name()).isNotBlank();
    }

    @Test
    void a_case_keeps_the_rule_it_began_under() throws IOException {
        clocks.start(settlement, P3, NOON, "amy", "RECEIVED");
        deploy("\"PT24H\"", "\"PT12H\"");
        rules.takeOver();

        clocks.reconsider(number, new CaseTraits(Severity.P2, null, "TMALL", "酒类旗舰店"), "amy", "DIAGNOSED");

        assertThat(view(settlement).dueAt()).isEqualTo(NOON.plus(Duration.ofHours(24)));
        assertThat(view(settlement).ledger()).hasSize(1);
    }

    @Test
    void what_begins_now_is_held_to_the_new_version() throws IOException {
        deploy("\"PT24H\"", "\"PT12H\"");

        clocks.start(settlement, P3, NOON, "amy", "RECEIVED");

        assertThat(view(settlement).dueAt()).isEqualTo(NOON.plus(Duration.ofHours(12)));
    }

    @Test
    void a_rule_that_says_so_takes_running_clocks_along() throws IOException {
        clocks.start(courier, P3, NOON, "amy", "MATTER_OPENED");
        String before = view(courier).version();
        deploy("\"P7D\"", "\"P5D\"");

        rules.takeOver();
        rules.takeOver();

        assertThat(view(courier).dueAt()).isEqualTo(NOON.plus(Duration.ofDays(5)));
        assertThat(view(courier).version()).isNotEqualTo(before);
        assertThat(view(courier).ledger()).extracting(LedgerLine::what, LedgerLine::by, LedgerLine::why)
                .endsWith(tuple(ClockChange.TERMS_CHANGED, "system", "RULES_CHANGED")).hasSize(2);
    }

    @Test
    void a_new_version_that_says_the_same_leaves_no_trace() throws IOException {
        clocks.start(courier, P3, NOON, "amy", "MATTER_OPENED");
        deploy("\"PT24H\"", "\"PT12H\"");

        rules.takeOver();

        assertThat(view(courier).ledger()).hasSize(1);
    }

    @Test
    void rules_of_two_dates_stand_side_by_side() throws IOException {
        String dated = """
                <rule id="Dated"><description>2026-12-01 起</description>
                <inputEntry id="D1"><text>"SETTLEMENT"</text></inputEntry><inputEntry id="D2"><text></text></inputEntry>
                <inputEntry id="D3"><text></text></inputEntry><inputEntry id="D4"><text></text></inputEntry>
                <inputEntry id="D5"><text></text></inputEntry>
                <inputEntry id="D6"><text>&gt;= date("2026-12-01")</text></inputEntry>
                <outputEntry id="O1"><text>"PT36H"</text></outputEntry>
                <outputEntry id="O2"><text>"ROUND_THE_CLOCK"</text></outputEntry>
                <outputEntry id="O3"><text>0.8</text></outputEntry><outputEntry id="O4"><text>1</text></outputEntry>
                <outputEntry id="O5"><text>2</text></outputEntry><outputEntry id="O6"><text>3</text></outputEntry>
                <outputEntry id="O7"><text>"ESCALATE"</text></outputEntry>
                <outputEntry id="O8"><text>"AFRESH"</text></outputEntry>
                <outputEntry id="O9"><text>"KEEP"</text></outputEntry>
                <outputEntry id="O10"><text>"新规"</text></outputEntry></rule>
                <rule id="ServiceLevelRule01">""";
        deploy("<rule id=\"ServiceLevelRule01\">", dated);

        assertThat(target(NOON)).isEqualTo("PT24H");
        assertThat(target(Instant.parse("2026-11-30T15:59:59Z"))).isEqualTo("PT24H");
        assertThat(target(Instant.parse("2026-11-30T16:00:00Z"))).isEqualTo("PT36H");
    }

    @Test
    void a_rule_that_cannot_be_meant_is_said_at_start() throws IOException {
        deploy("\"SERVICE_HOURS\"", "\"SERVICE_HOUR\"");

        assertThatIllegalStateException().isThrownBy(levels::check)
                .withMessageContaining("service-level, rule 1: There is no calendar SERVICE_HOUR; known are");
    }

    @Test
    void a_clock_without_a_rule_for_any_case_is_said_at_start() throws IOException {
        deploy("<text>\"REGULATOR\"</text>", "<text>\"COURIER_CLAIM\"</text>");

        assertThatIllegalStateException().isThrownBy(levels::check)
                .withMessage("No rule of the decision table service-level applies to REGULATOR of a case that no other rule names:"
                        + " add a last rule for it");
    }

    @Test
    void a_version_that_is_gone_is_replaced_by_the_latest() {
        assertThat(levels.version("service-level:0:gone")).isEqualTo(levels.latest());
    }

    private String target(Instant started) {
        return levels.of(ClockName.SETTLEMENT, P3, started, levels.latest()).terms().target().toString();
    }

    private ClockView view(ClockKey key) {
        return clocks.view(key).orElseThrow();
    }

    private void deploy(String text, String other) throws IOException {
        String table = new ClassPathResource("processes/policy/service-level.dmn").getContentAsString(UTF_8);
        deployments.add(repository.createDeployment().name("another table")
                .addString("processes/policy/service-level.dmn", table.replace(text, other)).deploy().getId());
    }
}
