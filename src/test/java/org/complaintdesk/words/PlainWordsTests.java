package org.complaintdesk.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainWordsTests {

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"東西壞了; 东西坏了", "ＡＢＣ１２３; abc123", "退\u200B款; 退款", "①号; 1号", "好評返現; 好评返现",
            "Fake GOODS; fake goods", "㎏; kg", "１２３１５！; 12315!"})
    void one_spelling_for_what_means_the_same(String text, String plain) {
        assertThat(PlainChinese.of(text)).isEqualTo(plain);
    }

    @Test
    void silence_has_no_words() {
        assertThat(PlainChinese.of(null)).isEmpty();
        assertThat(first(List.of("坏"), null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"快递真的慢, true", "快递慢, true", "快递12345678慢, true", "快递123456789慢, false", "慢快递, false", "快递。慢, false", "'快递，慢', false", "快递123456789快递慢, true"})
    void both_parts_within_eight_characters_of_one_clause(String text, boolean hit) {
        assertThat(first(List.of("快递…慢"), text) != null).isEqualTo(hit);
    }

    @ParameterizedTest
    @CsvSource({"质量不错, false", "质量不错但是包装质量差, true", "品質不錯, true", "质量不错质量不错, false"})
    void where_an_exception_stands_no_word_counts(String text, boolean hit) {
        assertThat(first(List.of("质量", "品质", "-质量不错"), text) != null).isEqualTo(hit);
    }

    @Test
    void an_exception_may_begin_with_a_full_width_sign() {
        assertThat(first(List.of("质量", "－质量不错"), "质量不错")).isNull();
    }

    @Test
    void the_first_line_that_hits_is_named_as_it_is_written() {
        assertThat(first(List.of("漏發", "少发", "Broken"), "BROKEN，还漏发了")).isEqualTo("漏發");
    }

    private static String first(List<String> lines, String text) {
        return PlainWords.of(lines).firstIn(PlainChinese.of(text)).map(Word::line).orElse(null);
    }
}
