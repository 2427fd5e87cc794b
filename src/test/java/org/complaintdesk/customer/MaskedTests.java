package org.complaintdesk.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskedTests {

    @Test
    void phone_keeps_its_first_three_and_last_four_digits() {
        assertThat(Masked.phone("13812345678")).isEqualTo("138****5678");
        assertThat(Masked.phone("+8613812345678")).isEqualTo("+86138****5678");
        assertThat(Masked.phone("62345678")).isEqualTo("****78");
        assertThat(Masked.phone("1")).isEqualTo("****1");
        assertThat(Masked.phone(null)).isNull();
    }

    @Test
    void address_keeps_its_first_letter_and_its_provider() {
        assertThat(Masked.email("wang.xiaoming@qq.com")).isEqualTo("w***@qq.com");
        assertThat(Masked.email("@qq.com")).isEqualTo("***");
        assertThat(Masked.email(null)).isNull();
    }

    @Test
    void text_keeps_what_it_says_and_hides_who_and_where() {
        assertThat(Masked.inText("打 138-1234-5678 或 0571-87654321，邮箱 wang@qq.com"))
                .isEqualTo("打 138****5678 或 0571-****，邮箱 w***@qq.com");
        assertThat(Masked.inText("身份证110101199003074514，卡号6222 0212 3456 7890 123"))
                .isEqualTo("身份证110101***********4，卡号6222********123");
        assertThat(Masked.inText("请寄到杭州市文三路90号3幢2单元501室，谢谢")).isEqualTo("请寄到杭州市文三路***，谢谢");
        assertThat(Masked.inText("阳光小区3号楼2单元501，晚上在家")).isEqualTo("阳光小区***，晚上在家");
    }

    @Test
    void text_keeps_orders_amounts_and_days() {
        String text = "11月1号下单，订单 2026110512345678901，运单 SF1234567890123，退 199.00 元，2楼的鞋 42 码，三天后 15 号再说";
        assertThat(Masked.inText(text)).isEqualTo(text);
    }
}
