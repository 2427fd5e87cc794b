package org.complaintdesk.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class TimeCellsTests {

    @Autowired Wording wording;

    @ParameterizedTest
    @CsvSource({"PT24H, 24 小时, 24 hours", "PT1H, 1 小时, 1 hour", "P3D, 3 天, 3 days", "P1D, 1 天, 1 day", "PT5M, 5 分钟, 5 minutes",
            "P1DT12H, 1 天 12 小时, 1 day 12 hours", "PT1H30M, 1 小时 30 分钟, 1 hour 30 minutes", "7WD, 7 个工作日, 7 working days",
            "PT2160H, 2160 小时, 2160 hours"})
    void a_time_is_said_in_words_and_read_again_as_the_same(String cell, String chinese, String english) {
        assertThat(new TimeCells(wording).said(cell)).isEqualTo(chinese);
        assertThat(new TimeCells(wording.in(Locale.ENGLISH)).said(cell)).isEqualTo(english);
        assertThat(TimeCells.read(chinese)).isEqualTo(cell);
        assertThat(TimeCells.read(english)).isEqualTo(cell);
        assertThat(TimeCells.read(cell)).isEqualTo(cell);
    }

    @ParameterizedTest
    @CsvSource({"２４小时, PT24H", "24h, PT24H", "1天12小时, P1DT12H", "30分, PT30M", "2 Days, P2D", "5工作日, 5WD"})
    void people_type_it_in_several_ways(String typed, String cell) {
        assertThat(TimeCells.read(typed)).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "24", "soon", "PT0.5S", "P", ",", "小时", "1 小时 1 天", "-3 天"})
    void what_is_no_time_stays_as_it_is_for_the_check_to_say(String text) {
        assertThat(TimeCells.read(text)).isEqualTo(text);
        assertThat(new TimeCells(wording).said(text)).isEqualTo(text);
    }
}
