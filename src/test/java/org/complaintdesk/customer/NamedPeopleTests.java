package org.complaintdesk.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamedPeopleTests {

    private final NamedPeople wang = new NamedPeople(List.of(new Contact("王小明", "Wang@QQ.com", "138-1234-5678", "tb_Wang")));

    @Test
    void someone_is_known_however_their_contacts_are_written() {
        for (String value : List.of("wang@qq.com", "WANG@QQ.COM", "ｗａｎｇ@qq.com", "13812345678", "+86 138 1234 5678", "１３８１２３４５６７８", "王小明 13812345678",
                "TB_WANG")) {
            assertThat(wang.areKnownBy(List.of("差评", value))).as(value).isTrue();
        }
    }

    @Test
    void nobody_is_known_by_less_or_by_a_text() {
        for (String value : List.of("王小明", "xwang@qq.com", "wang@qq.com.cn", "138****5678", "12345678", "", "我的电话是13812345678，打了一上午都没有人接，发到wang@qq.com的邮件也没有人回，很差。")) {
            assertThat(wang.areKnownBy(List.of(value))).as(value).isFalse();
        }
    }

    @Test
    void a_number_with_hidden_digits_is_known_beside_the_name_only() {
        NamedPeople hidden = new NamedPeople(List.of(new Contact("王小明", null, "138****5678", null)));
        assertThat(hidden.areKnownBy(List.of("138****5678", "李四"))).isFalse();
        assertThat(hidden.areKnownBy(List.of("138＊＊＊＊5678", "王小明"))).isTrue();
    }

    @Test
    void what_is_everybodys_names_nobody() {
        NamedPeople nobody = new NamedPeople(List.of(new Contact("匿名买家", null, "138", "匿名用户"), new Contact(null, null, null, null)));
        assertThat(nobody.areKnownBy(List.of("匿名用户", "匿名买家", "138", ""))).isFalse();
    }

    @Test
    void a_text_names_someone_by_name_or_contact() {
        for (String text : List.of("给王小明那样的箱子加气柱袋", "问 WANG@QQ.com", "打 138 1234 5678 问问", "旺旺号tb_wang")) {
            assertThat(wang.areNamedIn(text)).as(text).isTrue();
        }
        assertThat(wang.areNamedIn("箱子加气柱袋 138")).isFalse();
    }
}
