package org.complaintdesk.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class ReviewTriageTests {

    @Autowired
    private ReviewTriage triage;

    @ParameterizedTest(name = "{3} is {0} {1}")
    @CsvFileSource(resources = "/policy/review-corpus.csv", delimiter = ';', quoteCharacter = '\0')
    void a_bad_review_is_read_as_an_experienced_agent_reads_it(ReviewKind kind, Severity urgency, int rating, String text) {
        ReviewTriageProposal proposal = triage.propose(text, rating);

        assertThat(proposal.kind()).as(proposal.basis()).isEqualTo(kind);
        assertThat(proposal.urgency()).as(proposal.basis()).isEqualTo(urgency);
        assertThat(proposal.basis()).isNotBlank();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "\n\t"})
    void a_bare_rating_says_that_there_is_nothing_to_read(String text) {
        ReviewTriageProposal proposal = triage.propose(text, 1);

        assertThat(proposal).isEqualTo(new ReviewTriageProposal(ReviewKind.OTHER, Severity.P3, 5, "只有评分，没有文字"));
    }

    @ParameterizedTest
    @CsvSource({"漏电, 80, 100", "用了两天就死机, 50, 79", "颜色太丑, 0, 49"})
    void priority_follows_urgency(String text, int from, int to) {
        assertThat(triage.propose(text, 1).priority()).isBetween(from, to);
    }

    @Test
    void the_proposal_names_the_words_it_goes_by() {
        assertThat(triage.propose("皮肤过敏了，客服也不理人", 1).basis()).isEqualTo("提到人身伤害或用电、用火、用气危险（过敏、不理人）");
    }

    @ParameterizedTest
    @CsvSource({"用了没有过敏，就是味道太大, PRODUCT, P3", "图片是假的，实物差多了, PRODUCT, P3", "质量没有问题，物流太慢, LOGISTICS, P3",
            "幸好没有破损，但是少发一件, LOGISTICS, P2", "客服态度很好，质量太差, PRODUCT, P3", "不贵，但是掉色, PRODUCT, P3",
            "心态炸了，等了十天才发货, LOGISTICS, P3"})
    void negation_and_praise_do_not_mislead(String text, ReviewKind kind, Severity urgency) {
        ReviewTriageProposal proposal = triage.propose(text, 1);

        assertThat(proposal.kind()).as(proposal.basis()).isEqualTo(kind);
        assertThat(proposal.urgency()).as(proposal.basis()).isEqualTo(urgency);
    }

    @Test
    void a_long_review_with_a_real_fault_goes_before_a_short_one() {
        String fault = "掉色很严重。";

        assertThat(triage.propose(fault + "我在网上买东西很多年了，第一次写这么多字。".repeat(6), 2).priority())
                .isGreaterThan(triage.propose(fault, 2).priority());
    }

    @Test
    void it_will_do_is_in_keeping_with_three_stars_but_not_with_one() {
        assertThat(triage.propose("还可以", 1).kind()).isEqualTo(ReviewKind.MISTAKEN);
        assertThat(triage.propose("还可以", 3).kind()).isEqualTo(ReviewKind.OTHER);
    }

    @Test
    void very_long_reviews_are_read_in_reasonable_time() {
        String story = "我在你们店里买的东西用了以后感觉怎么说呢快递包装物流客服然后又过了好几天，".repeat(125);
        triage.propose(story, 1);

        long start = System.nanoTime();
        for (int round = 0; round < 20; round++) {
            triage.propose(story, 1);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }
}
