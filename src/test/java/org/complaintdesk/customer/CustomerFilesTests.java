package org.complaintdesk.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class CustomerFilesTests {

    @Autowired Customers customers;
    @Autowired CustomerFiles files;
    @Autowired CustomerOrders orders;
    @Autowired CustomerSearch search;
    @Autowired ContactSearch contacts;
    @Autowired ContactAccess access;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;

    private final String address = UUID.randomUUID() + "@example.com";
    private final String phone = "139" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);

    // Wishes

    @Test
    void language_and_way_of_contact_are_kept_and_an_unknown_language_changes_nothing() {
        long id = register("王小明", address, null, null).id();
        assertThat(customers.language(id)).isEmpty();

        customers.speaks(id, Locale.UK);
        customers.speaks(id, Locale.FRENCH);
        assertThat(customers.language(id)).contains(Locale.ENGLISH);

        customers.prefer(id, PreferredContact.CHAT, Locale.CHINESE, true);
        assertThat(customers.byId(id).preferredContact()).isEqualTo(PreferredContact.CHAT);
        assertThat(customers.language(id)).contains(Locale.CHINESE);
    }

    @Test
    void who_reads_mail_at_the_same_address_gets_no_surveys_either() {
        long id = register("王小明", address, null, null).id();
        long sameAddress = register("小王", address, null, null).id();
        customers.refuseSurveys(id);
        assertThat(customers.refusesSurveys(sameAddress)).isTrue();

        customers.prefer(id, null, null, true);
        assertThat(customers.refusesSurveys(sameAddress)).isFalse();
    }

    @Test
    void bounced_address_is_not_used_until_it_is_corrected() {
        Customer customer = register("王小明", address, phone, null);
        customers.addressBounced(address.toUpperCase(), "550 no such user");
        assertThat(customers.hasUsableAddress(customer.id())).isFalse();

        customers.updateContact(customer.id(), new Contact("王晓明", address, phone, null));
        assertThat(customers.hasUsableAddress(customer.id())).as("the same address").isFalse();

        customers.updateContact(customer.id(), new Contact("王晓明", "new-" + address, phone, null));
        assertThat(customers.hasUsableAddress(customer.id())).isTrue();
        assertThat(customers.byAddress("NEW-" + address)).extracting(Customer::id).containsExactly(customer.id());
    }

    @Test
    void address_that_proves_good_is_used_again_by_everybody_who_reads_mail_there() {
        Customer customer = register("王小明", address, phone, null);
        Customer wife = register("王太太", address, null, null);
        customers.addressBounced(address, "550 no such user");

        customers.addressWorks(wife.id());

        assertThat(customers.hasUsableAddress(customer.id())).isTrue();
        assertThat(customers.hasUsableAddress(wife.id())).isTrue();
        assertThat(customers.byId(wife.id()).emailBounce()).isNull();
    }

    @Test
    void refusal_is_lifted_by_another_row_and_can_be_said_again() {
        Customer customer = register("王小明", address, phone, null);
        Customer samePhone = register("王女士", null, phone, null);
        customers.refuseContact(samePhone.id(), "不要再打了");
        assertThat(customers.refusesContact(customer.id())).isTrue();

        customers.welcomesContact(customer.id(), "客户来电说可以联系", "sue");
        assertThat(customers.refusesContact(customer.id())).isFalse();
        assertThat(customers.wordsOnContact(samePhone.id())).extracting(ContactWord::lifted).containsExactly(true, false);

        customers.refuseContact(customer.id(), null);
        assertThat(customers.refusesContact(samePhone.id())).isTrue();
        assertThatThrownBy(() -> customers.welcomesContact(customer.id(), " ", "sue")).isInstanceOf(InvalidInput.class);
    }

    // Orders

    @Test
    void same_order_again_brings_its_facts_up_to_date() {
        long id = register("王小明", address, null, null).id();
        String number = UUID.randomUUID().toString();
        assertThat(orders.record(id, order(number, null, OrderStatus.PAID), OrderOrigin.PAGE, "amy")).isTrue();
        assertThat(orders.record(id, order(number, "99.50", OrderStatus.OTHER), OrderOrigin.FILE, "amy")).isFalse();

        assertThat(orders.of(id)).singleElement().satisfies(order -> {
            assertThat(order.amount()).isEqualByComparingTo("99.50");
            assertThat(order.status()).as("what is not known does not replace").isEqualTo(OrderStatus.PAID);
            assertThat(order.source()).isEqualTo(OrderOrigin.PAGE);
        });
    }

    @ParameterizedTest
    @CsvSource({"买家已付款，等待卖家发货, PAID", "卖家已发货，等待买家确认, SHIPPED", "交易成功, COMPLETED", "交易关闭, CANCELLED", "已退款, REFUNDED",
            "等待买家付款, UNPAID", "Shipped, SHIPPED", "COMPLETED, COMPLETED", "冻结, OTHER", ", OTHER",
            "已发货，待签收, SHIPPED", "待签收, SHIPPED", "未签收, SHIPPED", "已签收, COMPLETED", "退款中, OTHER", "退款关闭, OTHER", "未申请退款, OTHER",
            "退款成功, REFUNDED", "未完成, OTHER", "未发货, PAID", "Unshipped, PAID", "Not shipped, PAID", "Delivered, COMPLETED", "Refunded, REFUNDED",
            "Refund pending, OTHER", "Incomplete, OTHER", "Cancelled, CANCELLED"})
    void shops_own_words_for_a_status_are_understood(String word, OrderStatus status) {
        assertThat(OrderStatus.of(word)).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0.001", "10000000", "1E999999999", "-1E999999999", "1E-999999999"})
    void amount_nobody_pays_is_refused_in_few_words(String amount) {
        assertThatThrownBy(() -> orders.check(order("TB1", amount, OrderStatus.PAID)))
                .isInstanceOfSatisfying(InvalidInput.class, refused -> {
                    assertThat(refused.field()).isEqualTo("orderAmount");
                    assertThat(refused.getMessage()).hasSizeLessThan(100);
                });
    }

    // Completeness

    @Test
    void file_is_as_complete_as_what_is_known_for_certain() {
        long id = register("王**", address, "139****5678", "tb_" + address).id();
        assertThat(complete(id)).isEqualTo(new Completeness(40,
                List.of(Completeness.Fact.NAME, Completeness.Fact.PHONE, Completeness.Fact.ORDER)));

        customers.updateContact(id, new Contact("王小明", address, phone, "tb_" + address));
        orders.record(id, order(UUID.randomUUID().toString(), null, OrderStatus.PAID), OrderOrigin.PAGE, "amy");
        assertThat(complete(id)).isEqualTo(new Completeness(100, List.of()));

        customers.addressBounced(address, null);
        assertThat(complete(id).missing()).containsExactly(Completeness.Fact.MAIL);
    }

    private Completeness complete(long id) {
        return search.completeness(List.of(id)).get(id);
    }

    // Finding

    @Test
    void file_is_found_by_name_whole_phone_last_digits_address_chat_name_and_order() {
        String name = "欧阳" + UUID.randomUUID();
        String chatName = "tb_" + UUID.randomUUID();
        long id = register(name, address, "+86 " + phone.substring(0, 3) + " " + phone.substring(3), chatName).id();
        orders.record(id, order("ORD" + phone, null, OrderStatus.PAID), OrderOrigin.PAGE, "amy");

        for (String text : new String[] {name, phone, phone.substring(7), address.toUpperCase(), chatName, "ORD" + phone}) {
            assertThat(found(text)).as(text).contains(id);
        }
        for (String text : new String[] {phone.substring(4), phone.substring(0, 6), address.substring(0, 20), "%" + address + "%"}) {
            assertThat(found(text)).as(text).doesNotContain(id);
        }
    }

    @Test
    void whole_phone_and_address_are_found_only_where_somebody_may_look_for_them() {
        long id = register("欧阳" + UUID.randomUUID(), address, phone, null).id();

        for (String text : new String[] {phone, "x" + phone, address}) {
            assertThat(search.find(text, List.of(), List.of(), PageRequest.of(0, 50)).all()).as(text).doesNotContain(id);
        }
    }

    @Test
    void every_part_of_a_name_is_found_however_short_and_however_it_is_written() {
        String rare = rare(3);
        long id = register("欧" + rare + " O'Brien-Émile_50%", null, null, null).id();

        for (String text : new String[] {rare, rare.substring(0, 1), rare.substring(1, 2), rare.substring(2), rare.substring(1), rare + " o'BRI",
                rare.substring(2) + " O", rare + " Ｏ'ｂｒｉｅｎ", rare + " O'Brien-Émile_50%"}) {
            assertThat(found(text)).as(text).contains(id);
        }
        for (String text : new String[] {rare.substring(0, 1) + rare.substring(2), rare + "%", rare + "_", rare + " O'Brian", "**"}) {
            assertThat(found(text)).as(text).doesNotContain(id);
        }
    }

    @Test
    void by_what_was_corrected_or_erased_nobody_is_found_any_more() {
        String first = rare(3);
        String absorbed = rare(3);
        String later = rare(3);
        String chatName = "tb_" + UUID.randomUUID();
        long id = register(first, address, phone, chatName).id();
        long other = register(absorbed, address, null, null).id();

        customers.updateContact(id, new Contact(later, address, phone, chatName));
        assertThat(found(first)).doesNotContain(id);
        assertThat(found(later)).contains(id);

        files.merge(other, id, "sue");
        assertThat(found(absorbed)).as("what else they were called leads to the one file").contains(id).doesNotContain(other);

        erase(id);
        for (String text : new String[] {first, absorbed, later, chatName, later.substring(1), phone.substring(7)}) {
            assertThat(found(text)).as(text).doesNotContain(id, other);
        }
    }

    @Test
    void list_ends_after_so_many_and_says_that_there_are_more() {
        String rare = rare(2);
        rolledBack(() -> {
            List<Long> added = add(rare, CustomerSearch.MOST);
            assertThat(search.find(rare, List.of(), List.of(), PageRequest.of(0, 20))).satisfies(all -> {
                assertThat(all.more()).isFalse();
                assertThat(all.all()).isEqualTo(added);
                assertThat(all.page().getTotalElements()).isEqualTo(CustomerSearch.MOST);
            });

            List<Long> newer = add(rare + "二", 1);
            for (String text : new String[] {rare, null}) {
                CustomerSearch.Found found = search.find(text, List.of(), List.of(), PageRequest.of(1, 20));
                assertThat(found.more()).isTrue();
                assertThat(found.all()).startsWith(newer.get(0)).hasSize(CustomerSearch.MOST);
                assertThat(found.page().map(Customer::id).getContent()).isEqualTo(added.subList(19, 39)).hasSize(20);
                assertThat(found.page().getTotalPages()).isEqualTo(CustomerSearch.MOST / 20);
            }
        });
    }

    @Test
    void whoever_is_known_by_digits_comes_before_many_who_are_called_so() {
        rolledBack(() -> {
            long id = register(rare(3), null, "13800007315", null).id();
            add("tb7315", CustomerSearch.MOST + 1);
            assertThat(found("7315")).startsWith(id).hasSize(CustomerSearch.MOST);
        });
    }

    @Test
    void shops_that_are_hidden_are_left_out_whether_few_are_called_so_or_many() {
        String rare = rare(2);
        String theirs = "另一家店" + address;
        rolledBack(() -> {
            for (int each : new int[] {1, CustomerSearch.MOST + 5}) {
                List<Long> mine = add(rare, each);
                mine.forEach(id -> buys(id, "我的店" + address));
                List<Long> hidden = add(rare, each);
                hidden.forEach(id -> buys(id, theirs));
                long both = add(rare, 1).get(0);
                buys(both, "我的店" + address);
                buys(both, theirs);
                long nobodys = add(rare, 1).get(0);

                for (String text : new String[] {rare, null}) {
                    assertThat(search.find(text, List.of(), List.of(theirs), PageRequest.of(0, 20)).all()).startsWith(nobodys, both, mine.get(0))
                            .doesNotContainAnyElementsOf(hidden).hasSizeLessThanOrEqualTo(CustomerSearch.MOST);
                }
            }
            assertThat(search.find(rare, List.of(), List.of(theirs), PageRequest.of(0, 20)).more()).isTrue();
        });
    }

    @Test
    void mean_is_of_the_files_that_are_listed() {
        long half = register(rare(3), "half-" + address, phone, null).id();
        long hardly = register(rare(3), null, null, null).id();
        assertThat(search.meanCompleteness(List.of(half, hardly))).isEqualTo(40);
        assertThat(search.meanCompleteness(List.of())).isEqualTo(100);
    }

    /** Characters that nobody else is called by. */
    private static String rare(int length) {
        return ThreadLocalRandom.current().ints(0x3400, 0x4dc0).distinct().limit(length).mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** @return the ids, newest first */
    private List<Long> add(String name, int many) {
        List<Long> added = jdbc.sql("insert into customer (name, created_at) select :name, now() from generate_series(1, :many) returning id")
                .param("name", name).param("many", many).query(Long.class).list();
        return added.stream().sorted(Comparator.reverseOrder()).toList();
    }

    private void buys(long id, String shop) {
        orders.record(id, new NewOrder(shop, "TMALL", UUID.randomUUID().toString(), null, null, null, OrderStatus.PAID), OrderOrigin.PAGE, "amy");
    }

    private void rolledBack(Runnable work) {
        transaction.executeWithoutResult(status -> {
            work.run();
            status.setRollbackOnly();
        });
    }

    private List<Long> found(String text) {
        return search.find(text, contacts.reachedBy(text), List.of(), PageRequest.of(0, 50)).all();
    }

    // Merging

    @Test
    void merged_file_keeps_what_it_knows_takes_the_rest_and_leads_on() {
        Customer kept = register("王小明", address, null, null);
        Customer other = register("小明", address, phone, "tb_" + address);
        customers.refuseSurveys(other.id());
        customers.refuseContact(other.id(), "别打了");
        orders.record(other.id(), order(UUID.randomUUID().toString(), "10", OrderStatus.PAID), OrderOrigin.PAGE, "amy");
        access.unmask(other.id(), "customer", "核对电话", "amy");
        assertThat(search.likelySame(kept)).extracting(Customer::id).containsExactly(other.id());

        files.merge(other.id(), kept.id(), "sue");

        Customer merged = customers.byId(other.id());
        assertThat(merged.id()).isEqualTo(kept.id());
        assertThat(merged.contact()).isEqualTo(new Contact("王小明", address, phone, "tb_" + address));
        assertThat(customers.refusesSurveys(kept.id())).isTrue();
        assertThat(customers.refusesContact(kept.id())).isTrue();
        assertThat(orders.of(kept.id())).hasSize(1);
        assertThat(access.of(kept.id())).extracting(ContactAccess.Seen::reason).containsExactly("核对电话");
        assertThat(files.actions(kept.id())).extracting(FileAction::what).containsExactly(FileAction.What.MERGED);
        assertThat(register("小明", address, phone, "tb_" + address).id()).as("who comes again as before").isEqualTo(kept.id());
        assertThat(found("小明")).doesNotContain(other.id());
        assertThatThrownBy(() -> files.merge(other.id(), kept.id(), "sue")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> files.merge(kept.id(), kept.id(), "sue")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void what_was_merged_before_comes_along() {
        Customer first = register("甲", "a-" + address, null, null);
        Customer second = register("甲", "b-" + address, null, null);
        Customer third = register("甲", "c-" + address, null, null);
        files.merge(first.id(), second.id(), "sue");
        files.merge(second.id(), third.id(), "sue");

        assertThat(customers.byId(first.id()).id()).isEqualTo(third.id());
        assertThat(files.mergedInto(third.id())).extracting(Customer::id).containsExactly(first.id(), second.id());
    }

    // Erasing

    @Test
    void refusal_outlives_the_data_and_can_still_be_lifted() {
        Customer customer = register("王小明", address, phone, "tb_" + address);
        customers.refuseContact(customer.id(), "别打了");
        erase(customer.id());
        assertThat(customers.byId(customer.id()).contact()).isEqualTo(new Contact("（已删除）", null, null, null));
        assertThat(customers.byId(customer.id()).isErased()).isTrue();

        Customer again = register("王小明", null, phone, null);
        assertThat(again.id()).isNotEqualTo(customer.id());
        assertThat(customers.refusesContact(again.id())).isTrue();
        customers.welcomesContact(again.id(), "客户同意", "sue");
        assertThat(customers.refusesContact(again.id())).isFalse();
    }

    @Test
    void who_did_not_refuse_leaves_no_digest() {
        Customer customer = register("王小明", address, null, null);
        erase(customer.id());
        assertThat(customers.refusesContact(register("王小明", address, null, null).id())).isFalse();
    }

    private void erase(long id) {
        transaction.executeWithoutResult(status -> files.erase(id, List.of(), "sue"));
    }

    private Customer register(String name, String email, String number, String platformId) {
        return customers.register(new Contact(name, email, number, platformId));
    }

    private static NewOrder order(String number, String amount, OrderStatus status) {
        return new NewOrder("醉卿酒业旗舰店", "TMALL", number, amount == null ? null : new BigDecimal(amount), "清香白酒", null, status);
    }
}
