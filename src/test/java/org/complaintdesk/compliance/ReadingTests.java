package org.complaintdesk.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingTests {

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"好 评; 好评", "删\u200B除\uFEFF差\u2060评; 删除差评", "好😊评; 好评", "請刪除評價; 请删除评价",
            "ＡＢＣ１２３; abc123", "5️⃣星; 5星", "⑤星; 5星", "h\u0336a\u0336o\u0336; hao", "hǎo píng; haoping", "rеviеw; review",
            "Rᴇᴠɪᴇᴡ; review", "🅁🄴🅅🄸🄴🅆; review", "【好】·【评】; 好评", "㎏; kg", "好-评_返*现; 好评返现"})
    void only_letters_and_digits_are_read_in_one_spelling(String text, String read) {
        assertThat(lettersOf(Reading.of(text, sign -> false))).isEqualTo(read);
    }

    @Test
    void signs_count_when_a_list_has_them() {
        assertThat(lettersOf(Reading.of("求⭐⭐😊", sign -> sign == '⭐'))).isEqualTo("求⭐⭐");
    }

    @Test
    void every_letter_knows_its_place_in_the_text() {
        Reading reading = Reading.of("请😊删 ㎏ 評", sign -> false);

        assertThat(reading.phrase(0, 2)).isEqualTo("请😊删");
        assertThat(reading.phrase(2, 4)).isEqualTo("㎏");
        assertThat(reading.phrase(4, 5)).isEqualTo("評");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"质量很好，评价也好; 4; END", "质量很好。评价也好; 4; STOP", 
            "质量很好 评价也好; 4; PAUSE", "好 评 返 现; 1; BLANK", "好，评，返，现; 1; BLANK", "好。评。返。现; 2; BLANK", "满1,000元; 2; BLANK",
            "3.5星; 1; BLANK", "not bad. please; 6; STOP", "质量好.评价好; 3; PAUSE", "好评返现; 2; NONE"})
    void a_gap_tells_whether_the_sentence_goes_on(String text, int index, Reading.Gap gap) {
        assertThat(Reading.of(text, sign -> false).gapBefore(index)).isEqualTo(gap);
    }

    @Test
    void a_new_line_is_a_new_sentence() {
        assertThat(Reading.of("质量很好\n评价也好", sign -> false).gapBefore(4)).isEqualTo(Reading.Gap.STOP);
    }

    @Test
    void quotations_and_titles_are_known() {
        Reading reading = Reading.of("您说“给好评”，《五星》缺页，“没有结束", sign -> false);

        assertThat(reading.quotations()).containsExactly(new Quotation(2, 5, false), new Quotation(5, 7, true));
    }

    private static String lettersOf(Reading reading) {
        int[] letters = reading.letters();
        return new String(letters, 0, letters.length);
    }
}
