package org.complaintdesk.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTextTests {

    @ParameterizedTest
    @CsvSource({"48 小时, PT48H", "48小时, PT48H", "30 分钟, PT30M", "3 天, P3D", "7 个工作日, 7WD", "48 hours, PT48H", "1 Hour, PT1H",
            "5 min, PT5M", "7 working days, 7WD", "pt24h, PT24H", "P1DT2H, P1DT2H", "7wd, 7WD"})
    void people_write_a_target_in_their_own_words(String written, String target) {
        assertThat(TargetText.read(written)).contains(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "soon", "小时", "0 小时", "0WD", "PT", "P", "P1DT", "-3 天", "3", "3 年", "PT0H", "999999 小时"})
    void what_is_no_time_is_not_taken(String written) {
        assertThat(TargetText.read(written)).isEmpty();
    }
}
