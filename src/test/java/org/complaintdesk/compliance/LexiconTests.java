package org.complaintdesk.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconTests {

    private static final Lexicon LEXICON = new Lexicon(Map.of(
            Mark.PRAISE, new Lexicon.Lines(List.of("好评", "五星", "⭐⭐⭐⭐⭐", "five star"), List.of("好评如潮")),
            Mark.REVIEW, new Lexicon.Lines(List.of("评价", "差评", "review"), List.of("根据…评价")),
            Mark.REWARD, new Lexicon.Lines(List.of("返现", "红包", "返…元", "加v"), List.of()),
            Mark.DELETE, new Lexicon.Lines(List.of("删", "删除"), List.of()),
            Mark.NEGATED, new Lexicon.Lines(List.of("不要求"), List.of())));

    @ParameterizedTest
    @ValueSource(strings = {"好评", "好 评", "好⭐评", "好ping", "hao评", "haoping", "HAO PING", "hǎopíng", "好坪", "恏评", "给个haopingo",
            "⭐⭐⭐⭐⭐", "⭐ ⭐ ⭐ ⭐ ⭐", "Five-Star", "f i v e s t a r"})
    void a_word_is_found_in_every_disguise(String text) {
        assertThat(marks(text)).contains(Mark.PRAISE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"好瓶子", "手机好屏幕", "品牌平价", "茶瓶", "发现", "shopping", "hao", "haopingpong", "质量很好，评论很多", "五行",
            "five starts", "preview", "reviewer", "⭐⭐⭐⭐", "好评如潮", "红宝石", "加vip"})
    void what_only_looks_or_sounds_alike_is_not_found(String text) {
        assertThat(marks(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"返您5元, true", "返12345678元, true", "返一二三四五六七八九元, false", "返，5元, false", "元返, false"})
    void both_parts_stand_close_together_in_one_clause(String text, boolean found) {
        assertThat(marks(text).contains(Mark.REWARD)).isEqualTo(found);
    }

    @Test
    void where_an_exception_stands_no_word_of_its_list_counts() {
        assertThat(marks("根据您的评价")).isEmpty();
        assertThat(marks("根据您的评价，差评")).containsExactly(Mark.REVIEW);
    }

    @Test
    void what_nobody_would_hide_is_only_found_as_it_is_written() {
        assertThat(marks("不要求")).containsExactly(Mark.NEGATED);
        assertThat(marks("不要球")).isEmpty();
        assertThat(marks("buyaoqiu")).isEmpty();
    }

    @Test
    void a_single_character_is_not_found_by_its_sound() {
        assertThat(marks("shan")).isEmpty();
        assertThat(marks("山")).isEmpty();
    }

    @Test
    void an_empty_list_finds_nothing() {
        Lexicon empty = new Lexicon(Map.of(Mark.REVIEW, new Lexicon.Lines(List.of(), List.of())));

        assertThat(empty.find(empty.read("评价"))).isEmpty();
    }

    private static List<Mark> marks(String text) {
        return LEXICON.find(LEXICON.read(text)).stream().map(Hit::mark).distinct().toList();
    }
}
