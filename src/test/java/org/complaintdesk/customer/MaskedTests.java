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
}
