package org.complaintdesk.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalutationTests {

    @ParameterizedTest
    @CsvSource({
            "王小明, 尊敬的王先生/女士：", "李雷, 尊敬的李先生/女士：", "欧阳娜娜, 尊敬的欧阳先生/女士：", "王**, 尊敬的王先生/女士：",
            "张某某, 尊敬的张先生/女士：", "陈女士, 尊敬的陈女士：", "快乐小猪, 尊敬的快乐小猪：", "John Smith, 尊敬的John Smith：",
            "tb123456, 尊敬的tb123456：", "**明, 尊敬的顾客：", "匿名买家, 尊敬的顾客：", ", 尊敬的顾客：", "' ', 尊敬的顾客："})
    void chinese_letter_names_the_surname_only_when_it_is_one(String name, String salutation) {
        assertThat(Salutation.of(name, Locale.SIMPLIFIED_CHINESE)).isEqualTo(salutation);
    }

    @Test
    void english_letter_names_the_whole_name() {
        assertThat(Salutation.of("Li Lei", Locale.ENGLISH)).isEqualTo("Dear Li Lei,");
        assertThat(Salutation.of("王小明", Locale.ENGLISH)).isEqualTo("Dear 王小明,");
        assertThat(Salutation.of(null, Locale.ENGLISH)).isEqualTo("Dear customer,");
    }

    @Test
    void name_cannot_break_the_line() {
        assertThat(Salutation.of("A\r\nB", Locale.ENGLISH)).isEqualTo("Dear A  B,");
    }
}
