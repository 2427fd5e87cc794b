package org.complaintdesk.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.policy.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTests {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Test
    void marks_that_excel_sets_for_text_are_no_part_of_it() {
        assertThat(Cell.text("=\"00123\"")).isEqualTo("00123");
        assertThat(Cell.text("=\" 他说\"\"好\"\" \"")).isEqualTo("他说\"好\"");
        assertThat(Cell.text("'00123")).isEqualTo("00123");
        assertThat(Cell.text("'=1+1")).isEqualTo("=1+1");
        assertThat(Cell.text("'Tis fine")).isEqualTo("'Tis fine");
    }

    @ParameterizedTest
    @ValueSource(strings = {" x ", "\u00A0x\u00A0", "\u3000x", "\uFEFFx", "x\u200B", "\tx\r\n"})
    void blanks_of_any_kind_around_a_cell_are_no_part_of_it(String cell) {
        assertThat(Cell.text(cell)).isEqualTo("x");
    }

    @Test
    void short_values_are_read_in_half_width_and_long_texts_as_they_are() {
        assertThat(Cell.value("１３８ ００１３－８０００")).isEqualTo("138 0013-8000");
        assertThat(Cell.text("太差了！！１０天")).isEqualTo("太差了！！１０天");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "-", "--", "无", "null", "N/A", "\\N", "暂无"})
    void what_people_write_for_nothing_is_nothing(String cell) {
        assertThat(Cell.value(cell)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.23E+17", "1.23457e+17", "2E+15"})
    void numbers_whose_digits_excel_has_lost_are_refused(String id) {
        assertThatThrownBy(() -> Values.id(id)).isInstanceOf(Unreadable.class).hasMessage("import.digits-lost");
    }

    @ParameterizedTest
    @CsvSource({"12345, 12345", "12345.0, 12345", "12E45, 12E45", "TB-1E+5, TB-1E+5"})
    void other_ids_are_taken_as_they_are(String written, String id) throws Unreadable {
        assertThat(Values.id(written)).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "5, 5", "3.0, 3", "１, 1", "1星, 1", "2 星, 2", "5颗星, 5", "一星, 1", "两星, 2", "三星级, 3", "4分, 4", "4/5, 4",
            "★☆☆☆☆, 1", "★★★★★, 5", "⭐⭐⭐, 3", "好评, 5", "中评, 3", "差评, 1", "Good, 5", "neutral, 3", "BAD, 1", "3 Stars, 3", "=\"2\", 2"})
    void ratings_are_read_however_they_are_written(String written, int rating) throws Unreadable {
        assertThat(Values.rating(Cell.value(written))).isEqualTo(rating);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "6", "10", "3.5", "-1", "☆☆☆☆☆", "★★★★★★", "很好", "星", "1.0.0"})
    void what_is_no_rating_is_refused(String written) {
        assertThatThrownBy(() -> Values.rating(Cell.value(written))).hasMessage("import.no-rating");
    }

    @ParameterizedTest
    @CsvSource({"天猫, TMALL", "Tmall, TMALL", "TMALL.COM, TMALL", "淘宝网, TAOBAO", "京东, JD", "jd.com, JD", "拼多多, PINDUODUO", "PDD, PINDUODUO",
            "抖店, DOUYIN", "ＪＤ, JD", "微信, WECHAT", "e-mail, EMAIL", "其它, OTHER"})
    void platforms_are_known_by_their_chinese_and_english_names(String written, Channel platform) throws Unreadable {
        assertThat(Values.platform(Cell.value(written))).isEqualTo(platform);
    }

    @Test
    void unknown_platform_is_refused() {
        assertThatThrownBy(() -> Values.platform("某宝")).hasMessage("import.no-platform");
    }

    @ParameterizedTest
    @CsvSource({"399, 399.00", "'1,299.5', 1299.50", "￥128.50, 128.50", "¥128, 128.00", "128元, 128.00", "RMB 5, 5.00"})
    void amounts_are_read_with_their_signs(String written, BigDecimal yuan) throws Unreadable {
        assertThat(Values.amount(Cell.value(written))).isEqualTo(Money.of(yuan));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "12.345", "一百", "10000000", "9999999999999"})
    void what_is_no_amount_is_refused(String written) {
        assertThatThrownBy(() -> Values.amount(Cell.value(written))).hasMessage("import.no-amount");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026/11/1 9:05", "2026-11-01 09:05", "2026-11-01 09:05:00", "2026.11.1 9:05", "2026年11月1日 9:05", "2026年11月1日9时5分",
            "2026年11月01日 09点05分00秒", "2026/11/1 上午9:05", "2026/11/1 9:05 AM", "2026-11-01T09:05:00+08:00", "2026-11-01T01:05:00Z",
            "2026-11-01T09:05:00.000", "２０２６－１１－０１　０９：０５", "20261101090500", "46327.3784722222", "=\"2026-11-01 09:05\""})
    void moments_are_read_however_they_are_written(String written) throws Unreadable {
        assertThat(Moments.moment(Cell.value(written), SHANGHAI)).isEqualTo(Instant.parse("2026-11-01T01:05:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026/11/1", "2026-11-01", "2026年11月1日", "20261101", "46327", "2026/11/1 0:00"})
    void a_day_means_its_beginning(String written) throws Unreadable {
        assertThat(Moments.moment(Cell.value(written), SHANGHAI)).isEqualTo(Instant.parse("2026-10-31T16:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"2026/11/1 下午 9:05, 2026-11-01T13:05:00Z", "2026/11/1 12:30 AM, 2026-10-31T16:30:00Z", "2026/11/1 下午12:30, 2026-11-01T04:30:00Z"})
    void halves_of_the_day_count(String written, Instant moment) throws Unreadable {
        assertThat(Moments.moment(Cell.value(written), SHANGHAI)).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"11/1/2026", "26/11/1", "2026-13-01", "2026-02-30", "2026-11-01 25:00", "昨天", "1.2E+10", "99999", "2026"})
    void what_is_no_moment_or_might_mean_two_is_refused(String written) {
        assertThatThrownBy(() -> Moments.moment(Cell.value(written), SHANGHAI)).hasMessage("import.no-moment");
    }
}
