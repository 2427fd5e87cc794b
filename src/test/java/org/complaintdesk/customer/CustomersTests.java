package org.complaintdesk.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class CustomersTests {

    @Autowired Customers customers;

    private final String address = UUID.randomUUID() + "@example.com";

    @Test
    void same_details_mean_the_same_customer() {
        Customer first = customers.register(new Contact(" 王小明 ", address.toUpperCase(), "13812345678", ""));
        Customer again = customers.register(new Contact("王小明", address, "13812345678 ", null));

        assertThat(again).isEqualTo(first);
        assertThat(first.email()).isEqualTo(address);
        assertThat(first.platformId()).isNull();
        assertThat(customers.byId(first.id())).isEqualTo(first);
    }

    @Test
    void nobody_can_redirect_the_mail_of_a_customer_whose_phone_they_know() {
        Customer customer = customers.register(new Contact("王小明", null, "13812345678", address));
        Customer stranger = customers.register(new Contact("王小明", "other-" + address, "13812345678", address));

        assertThat(stranger.id()).isNotEqualTo(customer.id());
        assertThat(customers.byId(customer.id()).email()).isNull();
    }

    @ParameterizedTest
    @CsvSource({", ", "***, ", "匿名买家, ", ", 138****", "王*, ***-****", "t**n, ", "j＊＊＊8, "})
    void name_alone_or_what_a_platform_hides_identifies_nobody(String platformId, String phone) {
        Contact hidden = new Contact("王小明", null, phone, platformId);
        Customer first = customers.register(hidden);

        assertThat(customers.register(hidden).id()).isNotEqualTo(first.id());
        assertThat(hidden.identifies()).isFalse();
        customers.refuseContact(first.id(), null);
        assertThat(customers.refusesContact(first.id())).isTrue();
        assertThat(customers.refusesContact(customers.register(hidden).id())).isFalse();
    }

    @Test
    void who_refuses_contact_refuses_it_under_every_name() {
        String phone = "139" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
        Customer customer = customers.register(new Contact("王小明", address, phone, "tb_" + address));
        Customer sameAddress = customers.register(new Contact("小王", address.toUpperCase(), null, null));
        Customer samePhone = customers.register(new Contact("王女士", null, "+86 " + phone.substring(0, 3) + "-" + phone.substring(3), null));
        Customer sameChat = customers.register(new Contact("王", "other-" + address, null, "tb_" + address));
        Customer sameName = customers.register(new Contact("王小明", "third-" + address, null, null));
        assertThat(Stream.of(customer, sameAddress, samePhone, sameChat, sameName)).noneMatch(this::refuses);

        customers.refuseContact(samePhone.id(), " 不要再打电话了 ");

        assertThat(Stream.of(samePhone, customer)).allMatch(this::refuses);
        assertThat(Stream.of(sameAddress, sameChat, sameName)).as("share nothing with who refused").noneMatch(this::refuses);
        customers.refuseContact(customer.id(), null);
        assertThat(Stream.of(samePhone, customer, sameAddress, sameChat)).allMatch(this::refuses);
        assertThat(refuses(sameName)).isFalse();
    }

    private boolean refuses(Customer customer) {
        return customers.refusesContact(customer.id());
    }

    @Test
    void colleague_corrects_the_contact() {
        Customer customer = customers.register(new Contact("王小明", null, null, address));
        customers.updateContact(customer.id(), new Contact("王晓明", address, "010-62345678", null));

        assertThat(customers.byId(customer.id()).contact()).isEqualTo(new Contact("王晓明", address, "010-62345678", null));
        assertThatThrownBy(() -> customers.updateContact(-1, new Contact("x", null, null, null)))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> customers.refuseContact(-1, null)).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> customers.refusesContact(-1)).isInstanceOf(NoSuchElementException.class);
    }

    @ParameterizedTest
    @CsvSource({"'', , , , customerName", "'a\nb', , , , customerName", "王, not-an-address, , , email",
            "王, 'a@b.cn,c@d.cn', , , email", "王, , call me, , phone", "王, , 1, , phone", "王, , , 'a\tb', platformId"})
    void wrong_detail_is_named(String name, String email, String phone, String platformId, String field) {
        assertThatThrownBy(() -> customers.register(new Contact(name, email, phone, platformId)))
                .isInstanceOfSatisfying(InvalidInput.class, e -> {
                    assertThat(e.field()).isEqualTo(field);
                    assertThat(e).hasMessageContaining("。");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"138****5678", "+86 138 1234 5678", "(010) 6234-5678", "021-5888 8888 转 123", "95118-2"})
    void usual_ways_to_write_a_phone_are_accepted(String phone) {
        assertThat(customers.register(new Contact("王", null, phone, null)).phone()).isEqualTo(phone);
    }

    @Test
    void what_an_input_method_makes_wide_is_kept_narrow() {
        Customer customer = customers.register(new Contact("王", "amy＠shop.example", "（０１０）62345678\u3000转１", null));

        assertThat(customer.phone()).isEqualTo("(010)62345678 转1");
        assertThat(customer.email()).isEqualTo("amy@shop.example");
    }
}
