package org.complaintdesk.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DeskTest
class ComplianceTests {

    private static final int LONG = 100_000;

    @Autowired
    private Compliance compliance;

    @Autowired
    private JdbcClient jdbc;

    static List<String> forbidden() throws IOException {
        return Corpus.read("forbidden");
    }

    static List<String> allowed() throws IOException {
        return Corpus.read("allowed");
    }

    static List<String> borderline() throws IOException {
        return Corpus.read("borderline");
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void what_asks_for_buys_or_presses_for_another_review_is_refused(String text) {
        ComplianceRuling ruling = compliance.check(text);

        assertThat(ruling.verdict()).as("%s", ruling.findings()).isEqualTo(Verdict.FORBIDDEN);
        assertThat(ruling.findings()).allSatisfy(finding -> {
            assertThat(text).contains(finding.phrase());
            assertThat(finding.rule()).contains("依据：");
        });
    }

    @ParameterizedTest
    @MethodSource("allowed")
    void what_only_speaks_of_reviews_passes(String text) {
        assertThat(compliance.check(text).findings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("borderline")
    void what_might_be_meant_as_a_request_is_for_somebody_else_to_decide(String text) {
        ComplianceRuling ruling = compliance.check(text);

        assertThat(ruling.verdict()).as("%s", ruling.findings()).isEqualTo(Verdict.BORDERLINE);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " \n", "。，！", "😀😀", "\u200B"})
    void silence_is_clear(String text) {
        ComplianceRuling ruling = compliance.check(text);

        assertThat(ruling.verdict()).isEqualTo(Verdict.CLEAR);
        assertThat(compliance.explain(ruling)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "您好！麻烦您把【差 评】删😊除一下，谢谢。退款已到账。; 麻烦您把【差 评】删😊除一下",
            "问题解决了。五星好评返xian 5元，亲; 五星好评返xian 5元",
            "Sorry for that. Could you ｄｅｌｅｔｅ your r-e-v-i-e-w? Thanks.; Could you ｄｅｌｅｔｅ your r-e-v-i-e-w"})
    void the_phrase_is_named_as_it_stands_in_the_text(String text, String phrase) {
        assertThat(compliance.check(text).findings()).extracting(Finding::phrase).contains(phrase);
    }

    @Test
    void the_explanation_names_every_phrase_with_its_rule_and_says_what_to_do() {
        ComplianceRuling ruling = compliance.check("请删除差评。晒单的顾客送红包。");

        assertThat(ruling.isForbidden()).isTrue();
        assertThat(compliance.explain(ruling)).contains("“请删除差评”", "《电子商务法》第十七条", "红包", "《网络反不正当竞争暂行规定》第九条",
                "再重新提交");
    }

    @Test
    void of_very_many_findings_only_the_first_are_explained() {
        ComplianceRuling ruling = compliance.check("请删除差评。".repeat(500));

        assertThat(ruling.findings()).hasSize(500);
        assertThat(compliance.explain(ruling)).hasSizeLessThan(1500).contains("495");
    }

    @Test
    void the_gravest_finding_is_the_verdict() {
        ComplianceRuling ruling = compliance.check("欢迎追评。请删除差评。");

        assertThat(ruling.verdict()).isEqualTo(Verdict.FORBIDDEN);
        assertThat(ruling.findings()).extracting(Finding::verdict).containsExactly(Verdict.BORDERLINE, Verdict.FORBIDDEN);
    }

    @Test
    void a_word_that_a_supervisor_adds_counts_a_moment_later() {
        String text = "麻烦您给小店撒个花花";
        assertThat(compliance.check(text).isForbidden()).isFalse();

        jdbc.sql("insert into word_list (list, revision, words, who, at) values ('compliance-praise', 1, array['花花'], 'sue', now())")
                .update();
        try {
            await().atMost(Duration.ofSeconds(10)).until(() -> compliance.check(text).isForbidden());
        } finally {
            jdbc.sql("delete from word_list where list = 'compliance-praise'").update();
            await().atMost(Duration.ofSeconds(10)).until(() -> !compliance.check(text).isForbidden());
        }
    }

    @Test
    void a_thousand_characters_are_checked_in_less_than_five_milliseconds() throws IOException {
        String text = String.join("", allowed()).substring(0, 1000);

        assertThat(Stream.generate(() -> timeOf(text)).limit(200).min(Duration::compareTo).orElseThrow())
                .isLessThan(Duration.ofMillis(5));
    }

    @Test
    void time_grows_with_the_length_of_the_text_and_not_faster() throws IOException {
        String text = (String.join("", allowed()) + String.join("", forbidden())).repeat(20);

        Duration some = Stream.generate(() -> timeOf(text.substring(0, LONG / 10))).limit(20).min(Duration::compareTo).orElseThrow();
        Duration tenfold = Stream.generate(() -> timeOf(text.substring(0, LONG))).limit(5).min(Duration::compareTo).orElseThrow();

        assertThat(tenfold).isLessThan(some.multipliedBy(40));
    }

    @ParameterizedTest
    @ValueSource(strings = {"改", "给", "a", "xian", "haoping", "好评", "⭐", "给⭐", "您说“好”", "您说“", "无论评价", "删评，", "р", "😀", " ",
            "请删", "不会要求，评价，", "please delete ", "e\u0301", "ʀ", "返…现"})
    void no_text_is_so_odd_that_it_takes_long(String odd) {
        assertThat(timeOf(odd.repeat(LONG / odd.length()))).isLessThan(Duration.ofSeconds(5));
    }

    private Duration timeOf(String text) {
        long start = System.nanoTime();
        compliance.check(text);
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
