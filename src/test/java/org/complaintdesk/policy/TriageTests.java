package org.complaintdesk.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class TriageTests {

    @Autowired
    private Triage triage;

    @ParameterizedTest(name = "{1} is {0}")
    @CsvFileSource(resources = "/policy/triage-corpus.csv", delimiter = ';', quoteCharacter = '\0')
    void a_complaint_gets_the_category_an_experienced_agent_gives_it(Category expected, String text) {
        TriageProposal proposal = triage.propose(text, "TMALL", null);

        assertThat(proposal.category()).as(proposal.basis()).isEqualTo(expected);
        assertThat(proposal.basis()).isNotBlank();
        assertThat(proposal.party()).isNotNull();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "，。", "0"})
    void silence_is_left_to_the_agent(String text) {
        TriageProposal proposal = triage.propose(text, null, null);

        assertThat(proposal.category()).isEqualTo(Category.OTHER);
        assertThat(proposal.severity()).isEqualTo(Severity.P3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"电热毯漏电，被电到手", "吃了你们的粽子全家拉肚子", "卖假货", "再不解决我就打12315",
            "明天我就找记者", "我已经请了律师准备起诉", "The heater caught fire", "I will report you to the consumer association"})
    void injury_food_counterfeit_regulator_and_media_are_urgent(String text) {
        TriageProposal proposal = triage.propose(text, "JD", Money.of("10"));

        assertThat(proposal.severity()).isEqualTo(Severity.P1);
        assertThat(proposal.priority()).isBetween(80, 100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"手机开不了机", "退款一直没到账", "显示签收但是没有收到包裹", "箱子里的碗全碎了"})
    void lost_money_and_unusable_goods_come_second(String text) {
        TriageProposal proposal = triage.propose(text, "JD", Money.of("10"));

        assertThat(proposal.severity()).isEqualTo(Severity.P2);
        assertThat(proposal.priority()).isBetween(50, 79);
    }

    @ParameterizedTest
    @ValueSource(strings = {"客服态度不好", "发票还没开", "刚买就降价", "没有人受伤，就是颜色不喜欢", "物流太慢了"})
    void the_rest_comes_last(String text) {
        TriageProposal proposal = triage.propose(text, "JD", Money.of("10"));

        assertThat(proposal.severity()).isEqualTo(Severity.P3);
        assertThat(proposal.priority()).isBetween(0, 49);
    }

    @Test
    void a_large_order_goes_before_a_small_one_of_the_same_kind() {
        String text = "电脑开不了机";

        assertThat(triage.propose(text, "TMALL", Money.of("5999")).priority())
                .isGreaterThan(triage.propose(text, "TMALL", Money.of("59")).priority())
                .isGreaterThan(triage.propose(text, "TMALL", null).priority());
    }

    @ParameterizedTest
    @CsvSource({"质量不错但是物流慢, LOST_OR_STALLED", "没有破损但是少了一本, WRONG_OR_MISSING", "这是正品，谢谢, OTHER",
            "不是正品, COUNTERFEIT", "不是假货，就是用了一周坏了, QUALITY", "有发票，但是屏幕不亮, QUALITY"})
    void praise_and_negation_do_not_mislead(String text, Category expected) {
        assertThat(triage.propose(text, "TMALL", null).category()).isEqualTo(expected);
    }

    @Test
    void a_long_story_is_read_in_reasonable_time() {
        String story = "我在你们店里买的东西用了以后感觉怎么说呢反正不太行然后又过了好几天，".repeat(110);
        triage.propose(story, "WEB", null);

        long start = System.nanoTime();
        List.of(1, 2, 3, 4, 5).forEach(round -> triage.propose(story, "WEB", null));

        assertThat(new BigDecimal(System.nanoTime() - start).movePointLeft(9).doubleValue()).isCloseTo(0, within(10.0));
    }
}
