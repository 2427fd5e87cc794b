package org.complaintdesk.customerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.CustomerRequests;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.customer.ContactAccess;
import org.complaintdesk.customer.Customer;
import org.complaintdesk.customer.CustomerFiles;
import org.complaintdesk.customer.CustomerOrders;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.identity.ContactLookups;
import org.complaintdesk.review.NewReview;
import org.complaintdesk.review.Review;
import org.complaintdesk.review.ReviewNumber;
import org.complaintdesk.review.Reviews;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.support.ReviewDriver;
import org.complaintdesk.support.SharedShopSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class CustomerPagesTests {

    private static final RequestPostProcessor AGENT = httpBasic("fileagent", "demo");
    private static final RequestPostProcessor SUPERVISOR = httpBasic("filesupervisor", "demo");
    private static final RequestPostProcessor MANAGER = httpBasic("filemanager", "demo");

    @Autowired MockMvc mvc;
    @Autowired IdentityService identity;
    @Autowired Customers customers;
    @Autowired CustomerFiles files;
    @Autowired CustomerOrders orders;
    @Autowired Reviews badReviews;
    @Autowired CustomerRequests requests;
    @Autowired ContactAccess access;
    @Autowired ContactLookups lookups;
    @Autowired CaseDriver desk;
    @Autowired ReviewDriver reviews;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;

    private final String mark = UUID.randomUUID().toString();
    private final String address = mark + "@example.com";
    private final String phone = "139" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
    private Customer customer;

    @BeforeEach
    void people() {
        Map.of("fileagent", "agents", "filesupervisor", "supervisors", "filemanager", "managers", "filefinance", "finance",
                "filewarehouse", "warehouse").forEach(this::joins);
        customer = customers.register(new Contact("王小明", address, phone, "tb_" + mark));
    }

    private void joins(String id, String group) {
        if (identity.createUserQuery().userId(id).count() == 0) {
            User person = identity.newUser(id);
            person.setFirstName("同事");
            person.setPassword("demo");
            identity.saveUser(person);
            identity.createMembership(id, group);
        }
    }

    // Finding

    @Test
    void customer_is_found_and_contacts_are_masked() throws Exception {
        for (String sought : new String[] {phone, phone.substring(7), address, "tb_" + mark}) {
            mvc.perform(get("/customers").param("q", sought).with(AGENT)).andExpect(status().isOk())
                    .andExpect(content().string(containsString("href=\"/customers/" + customer.id() + "\"")))
                    .andExpect(content().string(containsString("139****" + phone.substring(7))))
                    .andExpect(content().string(not(containsString(">" + address))));
        }
        mvc.perform(get("/customers").param("q", "没有这个人" + mark).with(AGENT)).andExpect(content().string(containsString("没有找到客户")));
        mvc.perform(get("/customers").with(AGENT)).andExpect(content().string(containsString("客户档案完整率")));
    }

    @Test
    void of_many_customers_the_latest_are_listed_and_it_is_said_that_there_are_more() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("insert into customer (name, created_at) select '冯女士', now() from generate_series(1, 201)").update();
            for (String sought : new String[] {"冯女", ""}) {
                String page = list(sought);
                assertThat(page).contains("超过 200 位客户", "冯女士", "1 / 10");
                assertThat(page.contains("最近 200 份客户档案完整率 20%")).isEqualTo(sought.isEmpty());
            }
            status.setRollbackOnly();
        });
    }

    private String list(String sought) {
        try {
            return mvc.perform(get("/customers").param("q", sought).with(MANAGER)).andExpect(status().isOk())
                    .andReturn().getResponse().getContentAsString();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void customer_is_found_by_the_order_of_a_complaint() throws Exception {
        String order = "TB" + mark;
        ComplaintNumber number = arrives(order);
        mvc.perform(get("/customers").param("q", order).with(AGENT))
                .andExpect(content().string(containsString("href=\"/customers/" + desk.complaint(number).customerId() + "\"")));
    }

    @Test
    void who_may_not_see_contacts_does_not_find_by_them() throws Exception {
        for (String sought : new String[] {phone, address}) {
            mvc.perform(get("/customers").param("q", sought).with(httpBasic("filewarehouse", "demo"))).andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("href=\"/customers/" + customer.id() + "\""))))
                    .andExpect(content().string(containsString("没有按电话或邮箱查找")));
        }
    }

    @Test
    void hidden_digits_are_not_tried_out_without_end() throws Exception {
        joins("filecurious", "agents");
        while (lookups.allows("filecurious")) {
            // until no more are allowed
        }

        mvc.perform(get("/customers").param("q", phone).with(httpBasic("filecurious", "demo"))).andExpect(status().isOk())
                .andExpect(content().string(not(containsString("href=\"/customers/" + customer.id() + "\""))))
                .andExpect(content().string(containsString("没有按电话或邮箱查找")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "\\", "'; drop table customer; --", "<script>alert(1)</script>", "\u0000"})
    void hostile_search_finds_nothing_and_breaks_nothing(String text) throws Exception {
        mvc.perform(get("/customers").param("q", text + mark).with(AGENT)).andExpect(status().isOk())
                .andExpect(content().string(not(containsString("<script>alert"))));
    }

    // Seeing

    @Test
    void file_shows_everything_about_the_customer_with_contacts_masked() throws Exception {
        ComplaintNumber number = arrives("TB" + mark);
        ReviewNumber review = reviews.arrives(new NewReview("醉卿酒业旗舰店", Channel.TMALL, mark, null, null, 1, "太差了" + mark,
                ReviewDriver.now(), new Contact("王小明", address, phone, "tb_" + mark)));

        page(AGENT).andExpect(content().string(containsString(number.value()))).andExpect(content().string(containsString(review.value())))
                .andExpect(content().string(containsString("139****" + phone.substring(7))))
                .andExpect(content().string(containsString("完整率 80%"))).andExpect(content().string(containsString("还没有订单")))
                .andExpect(content().string(not(containsString(phone)))).andExpect(content().string(not(containsString(address))));
    }

    @Test
    void contacts_are_shown_to_whoever_says_why_and_supervisors_can_read_who_did() throws Exception {
        act("unmask", AGENT, "reason", "回电核对地址").andExpect(status().isOk()).andExpect(content().string(containsString(phone)))
                .andExpect(content().string(containsString(address)));

        assertThat(access.of(customer.id())).singleElement().satisfies(seen -> {
            assertThat(seen.who()).isEqualTo("fileagent");
            assertThat(seen.reason()).isEqualTo("回电核对地址");
        });
        page(AGENT).andExpect(content().string(not(containsString("回电核对地址")))).andExpect(content().string(not(containsString(phone))));
        for (RequestPostProcessor overseer : new RequestPostProcessor[] {SUPERVISOR, MANAGER}) {
            page(overseer).andExpect(content().string(containsString("回电核对地址"))).andExpect(content().string(not(containsString(phone))));
        }
    }

    @Test
    void without_a_reason_nothing_is_shown_or_noted() throws Exception {
        act("unmask", AGENT, "reason", " ").andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(not(containsString(phone))));
        act("unmask", AGENT, "reason", "x".repeat(501)).andExpect(status().isUnprocessableEntity());
        assertThat(access.of(customer.id())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"filefinance", "filewarehouse", "filemanager"})
    void finance_warehouse_and_managers_read_masked_contacts_and_change_nothing(String person) throws Exception {
        RequestPostProcessor who = httpBasic(person, "demo");
        page(who).andExpect(status().isOk()).andExpect(content().string(not(containsString("/unmask"))))
                .andExpect(content().string(not(containsString("/orders\"")))).andExpect(content().string(not(containsString("/erase"))));
        for (String deed : new String[] {"unmask", "contact", "preferences", "refusal", "welcome", "orders", "merge", "export", "erase"}) {
            act(deed, who, "reason", "x", "customerName", "x").andExpect(status().isForbidden());
        }
        assertThat(access.of(customer.id())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"fileagent, true", "filesupervisor, true", "filemanager, false", "filefinance, false", "filewarehouse, false"})
    void nobody_is_led_to_places_their_group_may_not_enter(String person, boolean led) throws Exception {
        String page = mvc.perform(get("/customers").with(httpBasic(person, "demo"))).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsString();

        assertThat(page.contains("href=\"/mailbox\"")).isEqualTo(led);
        assertThat(page.contains("href=\"/imports\"")).isEqualTo(led);
    }

    @ParameterizedTest
    @ValueSource(strings = {"merge", "export", "erase", "welcome"})
    void agents_do_not_decide_over_whole_files(String deed) throws Exception {
        act(deed, AGENT, "reason", "x", "with", "1", "confirmation", String.valueOf(customer.id())).andExpect(status().isForbidden());
        assertThat(customers.byId(customer.id()).isErased()).isFalse();
    }

    @Test
    void forged_requests_and_strangers_are_refused() throws Exception {
        mvc.perform(post("/customers/" + customer.id() + "/unmask").param("reason", "x").with(AGENT)).andExpect(status().isForbidden());
        mvc.perform(get("/customers")).andExpect(status().isUnauthorized());
        mvc.perform(get("/customers/" + customer.id())).andExpect(status().isUnauthorized());
        mvc.perform(get("/customers/999999999999").with(AGENT)).andExpect(status().isNotFound());
        mvc.perform(get("/customers/abc").with(AGENT)).andExpect(status().isNotFound());
    }

    // Changing

    @Test
    void contact_is_corrected_and_a_wrong_one_keeps_what_was_typed() throws Exception {
        act("contact", AGENT, "customerName", "王<b>明", "email", "keine-adresse", "phone", phone, "platformId", "")
                .andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("keine-adresse")))
                .andExpect(content().string(containsString("王&lt;b&gt;明"))).andExpect(content().string(not(containsString(address))));

        act("contact", AGENT, "customerName", "王晓明", "email", "new-" + address, "phone", phone, "platformId", "")
                .andExpect(redirectedUrl("/customers/" + customer.id()));
        assertThat(customers.byId(customer.id()).contact()).isEqualTo(new Contact("王晓明", "new-" + address, phone, null));
    }

    @Test
    void refusal_is_noted_by_agents_and_lifted_by_supervisors_with_a_reason() throws Exception {
        act("refusal", AGENT, "reason", "不要再打<script>").andExpect(redirectedUrl("/customers/" + customer.id() + "#preferences"));
        page(AGENT).andExpect(content().string(containsString("请勿联系"))).andExpect(content().string(containsString("不要再打&lt;script&gt;")));

        act("welcome", SUPERVISOR, "reason", "").andExpect(status().isUnprocessableEntity());
        act("welcome", SUPERVISOR, "reason", "客户来电同意").andExpect(redirectedUrl("/customers/" + customer.id() + "#preferences"));
        assertThat(customers.refusesContact(customer.id())).isFalse();
    }

    @Test
    void surveys_that_the_customer_refused_meanwhile_stay_refused_when_other_wishes_are_saved() throws Exception {
        page(AGENT).andExpect(content().string(containsString("name=\"surveysShown\" value=\"true\"")));
        customers.refuseSurveys(customer.id());

        act("preferences", AGENT, "language", "en", "surveys", "true", "surveysShown", "true").andExpect(status().is3xxRedirection());

        assertThat(customers.refusesSurveys(customer.id())).isTrue();
        assertThat(customers.byId(customer.id()).language()).isEqualTo("en");
        assertThat(files.actions(customer.id()).get(0).details()).isEmpty();
    }

    @Test
    void who_changed_whether_surveys_are_welcome_is_noted() throws Exception {
        act("preferences", AGENT, "surveysShown", "true").andExpect(status().is3xxRedirection());
        assertThat(customers.refusesSurveys(customer.id())).isTrue();
        page(SUPERVISOR).andExpect(content().string(matchesPattern("(?s).*更改偏好(?:(?!</li>).)*不接受回访调查.*")));

        act("preferences", AGENT, "surveys", "true", "surveysShown", "false").andExpect(status().is3xxRedirection());
        assertThat(customers.refusesSurveys(customer.id())).isFalse();
        assertThat(files.actions(customer.id()).get(0).details()).isEqualTo(Map.of("surveys", "true"));
    }

    @Test
    void order_is_entered_once_and_not_into_two_files() throws Exception {
        String[] order = {"orderNumber", "TB" + mark, "shop", "醉卿酒业旗舰店", "channel", "TMALL", "orderAmount", "¥1,299.50",
            "product", "清香白酒", "paidAt", "2026-01-02T03:04", "status", "PAID"};
        act("orders", AGENT, order).andExpect(redirectedUrl("/customers/" + customer.id() + "#orders"));
        act("orders", AGENT, order).andExpect(redirectedUrl("/customers/" + customer.id() + "#orders"));
        assertThat(orders.of(customer.id())).singleElement().satisfies(known -> assertThat(known.amount()).isEqualByComparingTo("1299.50"));

        Customer other = customers.register(new Contact("李四", "other-" + address, null, null));
        mvc.perform(with(post("/customers/" + other.id() + "/orders"), order).with(AGENT).with(csrf()))
                .andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("已登记在档案 #" + customer.id())));
    }

    @ParameterizedTest
    @CsvSource({"orderAmount, 1E+999999", "orderAmount, 1E999999999", "orderAmount, -1E999999999", "orderAmount, 1E-999999999",
            "orderAmount, 0E-999999999", "orderAmount, 1E2", "orderAmount, 10000000", "orderAmount, -5",
            "orderAmount, viel", "paidAt, gestern", "paidAt, 2999-01-01T00:00", "orderNumber, ''", "shop, ''"})
    void wrong_order_is_answered_beside_what_was_typed(String field, String value) throws Exception {
        Map<String, String> order = new HashMap<>(Map.of("orderNumber", "TB" + mark, "shop", "店" + mark.substring(0, 8), "channel", "TMALL", "status", "PAID"));
        order.put(field, value);
        String[] fields = order.entrySet().stream().flatMap(entry -> Stream.of(entry.getKey(), entry.getValue())).toArray(String[]::new);
        act("orders", AGENT, fields).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("aria-invalid"))).andExpect(content().string(containsString("role=\"alert\"")));
        assertThat(orders.of(customer.id())).isEmpty();
    }

    // Merging and handing out

    @Test
    void two_files_of_one_person_become_one_with_all_their_cases() throws Exception {
        ComplaintNumber mine = arrives("TB" + mark);
        Customer other = customers.register(new Contact("小明", null, phone, null));
        ComplaintNumber theirs = desk.arrives(new NewComplaint("醉卿酒业旗舰店", Channel.TMALL, null, null, null, "少了一瓶", null, null,
                new Contact("小明", null, phone, null)));
        page(SUPERVISOR).andExpect(content().string(containsString("merge?with=" + other.id())));

        mvc.perform(get("/customers/" + customer.id() + "/merge").param("with", String.valueOf(other.id())).with(SUPERVISOR))
                .andExpect(status().isOk()).andExpect(content().string(containsString("合并后"))).andExpect(content().string(not(containsString(phone))));
        act("merge", SUPERVISOR, "with", String.valueOf(other.id())).andExpect(redirectedUrl("/customers/" + customer.id()));

        mvc.perform(get("/customers/" + other.id()).with(AGENT)).andExpect(redirectedUrl("/customers/" + customer.id()));
        page(AGENT).andExpect(content().string(containsString(mine.value()))).andExpect(content().string(containsString(theirs.value())));
        assertThat(desk.complaint(theirs).customerId()).isEqualTo(customer.id());
        page(SUPERVISOR).andExpect(content().string(containsString("合并档案")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "999999999999", "-1", "1; drop table customer"})
    void merging_with_nobody_is_explained(String with) throws Exception {
        mvc.perform(get("/customers/" + customer.id() + "/merge").param("with", with).with(SUPERVISOR)).andExpect(status().isOk())
                .andExpect(content().string(containsString("没有找到档案")));
        act("merge", SUPERVISOR, "with", with).andExpect(content().string(containsString("没有找到档案")));
    }

    @Test
    void person_gets_everything_we_know_and_it_is_noted() throws Exception {
        ComplaintNumber number = arrives("TB" + mark);
        Map<String, String> archive = unzip(act("export", SUPERVISOR).andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/zip"))
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andReturn().getResponse().getContentAsByteArray());

        assertThat(archive).containsOnlyKeys("data.json", "data.html");
        assertThat(archive.values()).allSatisfy(file -> assertThat(file).contains(number.value(), phone, address, "我们已收到您的投诉"));
        assertThat(archive.get("data.html")).as("shown, never run").contains("酒瓶破损&lt;b&gt;").doesNotContain("<b>");
        page(SUPERVISOR).andExpect(content().string(containsString("导出个人信息")));
    }

    @Test
    void person_gets_what_they_changed_answered_and_wrote_too() throws Exception {
        Contact contact = customer.contact();
        ComplaintNumber number = desk.recorded(new NewComplaint("醉卿酒业旗舰店", Channel.TMALL, null, "TB" + mark, null, "酒瓶破损",
                Instant.parse("2020-02-03T04:05:00Z"), null, contact));
        requests.withdraw(number, "不想再等了");
        ReviewNumber review = reviews.arrives(new NewReview("醉卿酒业旗舰店", Channel.TMALL, mark, null, null, 1, "太差了", ReviewDriver.now(), contact));
        Review changed = badReviews.get(review);
        changed.changedAtPlatform(4, "店家换了新的");
        badReviews.save(changed);
        badReviews.reviewerWrote(review, address, "我来信说过了", 7);

        Map<String, String> archive = unzip(act("export", SUPERVISOR).andReturn().getResponse().getContentAsByteArray());

        assertThat(archive.values()).allSatisfy(file -> assertThat(file).contains("太差了", "店家换了新的", "我来信说过了", "不想再等了", "2020-02-03"));
        assertThat(archive.get("data.json")).containsPattern("\"rating\" : 1,\\s+\"text\" : \"太差了\",\\s+\"newRating\" : 4");
        assertThat(archive.get("data.html")).contains("您撤回了投诉").containsPattern("后来改为</dt><dd>4\\s+店家换了新的");
    }

    @Test
    void person_gets_what_they_answered_when_asked_about_the_result() throws Exception {
        ComplaintNumber number = desk.settled();
        requests.rate(number, 2, false, "少退了二十元");

        Map<String, String> archive = unzip(mvc.perform(post("/customers/" + desk.complaint(number).customerId() + "/export").with(SUPERVISOR).with(csrf()))
                .andReturn().getResponse().getContentAsByteArray());

        assertThat(archive.get("data.html")).containsPattern("您评价了处理结果.*评分 2.*没有解决.*少退了二十元").doesNotContain("快递分拣时摔落", "已在后台提交退款");
        assertThat(archive.get("data.json")).contains("\"score\" : \"2\"", "少退了二十元").doesNotContain("快递分拣时摔落", "已在后台提交退款");
    }

    private static Map<String, String> unzip(byte[] archive) throws IOException {
        Map<String, String> files = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    // On the pages of cases

    @Test
    void case_page_masks_contacts_until_someone_says_why() throws Exception {
        ComplaintNumber number = arrives("TB" + mark);
        mvc.perform(get("/cases/" + number).with(AGENT)).andExpect(content().string(containsString("139****" + phone.substring(7))))
                .andExpect(content().string(not(containsString(phone)))).andExpect(content().string(not(containsString(address))));
        mvc.perform(post("/cases/" + number + "/contact").param("reason", "回电").with(AGENT).with(csrf())).andExpect(status().isOk())
                .andExpect(content().string(containsString(phone)));
        assertThat(access.of(customer.id())).extracting(ContactAccess.Seen::place).containsExactly(number.value());

        mvc.perform(post("/cases/" + number + "/contact").param("reason", "").with(AGENT).with(csrf())).andExpect(status().isUnprocessableEntity());
        mvc.perform(post("/cases/" + number + "/contact").param("reason", "x").with(httpBasic("filefinance", "demo")).with(csrf()))
                .andExpect(status().isForbidden());
        assertThat(desk.facts(number)).contains("139").doesNotContain(phone).doesNotContain(address);
    }

    @Test
    void order_is_looked_up_from_the_case_and_its_amount_is_known_from_then_on() throws Exception {
        String order = "TB" + mark;
        ComplaintNumber number = arrives(order);
        mvc.perform(post("/cases/" + number + "/order").with(AGENT).with(csrf())).andExpect(content().string(containsString("订单系统里没有这个订单")));

        SharedShopSystem.knows(order, "{\"number\": \"%s\", \"amount\": 399, \"product\": \"<b>白酒\", \"status\": \"交易成功\"}".formatted(order));
        mvc.perform(post("/cases/" + number + "/order").with(AGENT).with(csrf())).andExpect(content().string(containsString("¥399.00")))
                .andExpect(content().string(not(containsString("<b>白酒"))));
        assertThat(desk.complaint(number).orderAmount().format()).isEqualTo("¥399.00");
        assertThat(orders.of(customer.id())).hasSize(1);

        SharedShopSystem.knows(order, "{\"number\": \"%s\", \"amount\": 389}".formatted(order));
        mvc.perform(post("/cases/" + number + "/order").with(AGENT).with(csrf())).andExpect(content().string(containsString("原为 ¥399.00")));
        assertThat(desk.complaint(number).orderAmount().format()).as("the shop's own system knows better").isEqualTo("¥389.00");

        SharedShopSystem.knows(order, "broken");
        mvc.perform(post("/cases/" + number + "/order").with(AGENT).with(csrf())).andExpect(status().isOk())
                .andExpect(content().string(containsString("订单系统没有响应")));
    }

    @Test
    void amount_is_known_when_the_problem_is_diagnosed_and_a_broken_system_holds_nobody_up() throws Exception {
        String known = "A" + mark;
        String broken = "B" + mark;
        SharedShopSystem.knows(known, "{\"amount\": 128.5}");
        SharedShopSystem.knows(broken, "broken");

        ComplaintNumber number = desk.recorded(complaint(known));
        assertThat(desk.complaint(number).orderAmount().format()).isEqualTo("¥128.50");
        assertThat(desk.facts(number)).contains("128&#46;50");

        ComplaintNumber other = desk.recorded(complaint(broken));
        assertThat(desk.isOpen(other, "DiagnoseProblem")).isTrue();
        assertThat(desk.complaint(other).orderAmount()).isNull();
    }

    // Helpers

    private ComplaintNumber arrives(String order) {
        return desk.arrives(complaint(order));
    }

    private NewComplaint complaint(String order) {
        return new NewComplaint("醉卿酒业旗舰店", Channel.TMALL, null, order, null, "酒瓶破损<b>" + mark, null, null,
                new Contact("王小明", address, phone, "tb_" + mark));
    }

    private ResultActions page(RequestPostProcessor who) throws Exception {
        return mvc.perform(get("/customers/" + customer.id()).with(who));
    }

    private ResultActions act(String deed, RequestPostProcessor who, String... fields) throws Exception {
        return mvc.perform(with(post("/customers/" + customer.id() + "/" + deed), fields).with(who).with(csrf()));
    }

    private static MockHttpServletRequestBuilder with(MockHttpServletRequestBuilder request, String... fields) {
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request;
    }
}
