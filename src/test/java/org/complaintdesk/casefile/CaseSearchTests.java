package org.complaintdesk.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.complaintdesk.casefile.Staffed.AMY;
import static org.complaintdesk.casefile.Staffed.SUE;
import static org.complaintdesk.casefile.Staffed.WES;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.complaintdesk.casework.CaseOrder;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.Closing;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.ComplaintQuery;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.CustomerMessage;
import org.complaintdesk.complaint.CustomerRequests;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.complaint.Stage;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.policy.Money;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@DeskTest
class CaseSearchTests {

    @Autowired MockMvc mvc;
    @Autowired IdentityService identity;
    @Autowired CaseDriver desk;
    @Autowired Complaints complaints;
    @Autowired Customers customers;
    @Autowired CustomerRequests requests;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    /** Beside what else the shared database holds, this shop is only one test's. */
    private final String shop = "搜索" + UUID.randomUUID();

    @BeforeEach
    void people() {
        Staffed.come(identity);
    }

    @AfterEach
    void nobody() {
        Staffed.go(identity);
    }

    private ComplaintNumber arrives(String description, String order, Contact contact) {
        return desk.arrives(new NewComplaint(shop, Channel.TMALL, null, order, null, description, null, null, contact));
    }

    private ComplaintNumber arrives(String description) {
        return arrives(description, null, new Contact("王**", null, null, null));
    }

    private List<ComplaintNumber> found(String text) {
        return found(ComplaintQuery.where().text(text).contacts(true));
    }

    private List<ComplaintNumber> found(ComplaintQuery.Builder query) {
        return complaints.search(query.shop(shop).query(), PageRequest.of(0, 50)).map(Complaint::number).getContent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"碎裂", "裂", "屏幕碎裂", "幕碎", "iphone", "PHONE15", "ｉＰｈｏｎｅ", "15p", "ro", "碎裂 快递", "快递，摔", "100%", "a_b", "裂，iPhone"})
    void any_part_of_a_text_is_found_in_whatever_spelling(String part) {
        ComplaintNumber number = arrives("收到的手机屏幕碎裂，iPhone15Pro，快递，摔坏了。要求 100% 退款 a_b");

        assertThat(found(part)).containsExactly(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"碎屏", "裂碎", "phone16", "%", "碎裂 退货", "a-b", "？", "100_"})
    void what_is_not_written_there_is_not_found(String part) {
        arrives("收到的手机屏幕碎裂，iPhone15Pro，快递，摔坏了。要求 100% 退款 a_b");

        assertThat(found(part)).isEmpty();
    }

    @Test
    void a_case_is_found_by_its_number_however_it_is_typed() {
        ComplaintNumber number = arrives("酒瓶破损");
        String bare = number.value().substring(2);

        for (String typed : List.of(number.value(), number.value().toLowerCase(), " " + bare + " ", "Ｃ-" + bare)) {
            assertThat(found(typed)).as(typed).containsExactly(number);
        }
    }

    @Test
    void a_case_is_found_by_its_order_and_by_a_part_of_it() {
        ComplaintNumber number = arrives("酒瓶破损", "TB2026112199887766", new Contact("王**", null, null, null));

        assertThat(found("tb2026112199887766")).containsExactly(number);
        assertThat(found("887766")).containsExactly(number);
    }

    @Test
    void a_case_is_found_by_a_whole_phone_or_address_and_not_by_a_part_of_it() {
        String mail = "q" + UUID.randomUUID() + "@example.com";
        ComplaintNumber number = arrives("酒瓶破损", null, new Contact("王小明", mail, "139 1234 7788", null));

        assertThat(found("13912347788")).containsExactly(number);
        assertThat(found("+86 139-1234-7788")).containsExactly(number);
        assertThat(found(mail.toUpperCase())).containsExactly(number);
        assertThat(found("7788")).isEmpty();
        assertThat(found("1391234")).isEmpty();
        assertThat(found(mail.substring(0, 20))).isEmpty();
        assertThat(found(ComplaintQuery.where().text("13912347788"))).isEmpty();
    }

    @Test
    void who_may_not_see_contacts_does_not_find_by_them() throws Exception {
        ComplaintNumber number = arrives("酒瓶破损", null, new Contact("王小明", null, "13812340000", null));

        mvc.perform(get("/cases").param("q", "13812340000").param("shop", shop).with(AMY))
                .andExpect(content().string(containsString(number.value())));
        mvc.perform(get("/cases").param("q", "13812340000").param("shop", shop).with(WES))
                .andExpect(content().string(not(containsString(number.value()))))
                .andExpect(content().string(containsString("没有按电话或邮箱查找")));
    }

    @Test
    void what_the_customer_wrote_and_is_called_is_found_as_soon_as_it_changes() {
        ComplaintNumber number = arrives("酒瓶破损", null, new Contact("欧阳锋", null, null, "chat-" + shop.substring(2)));
        assertThat(found("欧阳")).containsExactly(number);
        assertThat(found("补拍的照片")).isEmpty();

        requests.write(number, CustomerMessage.onPage("这是补拍的照片", UUID.randomUUID().toString(), List.of()));
        assertThat(found("补拍的照片")).containsExactly(number);

        long customer = desk.complaint(number).customerId();
        customers.updateContact(customer, new Contact("黄药师", null, null, null));
        assertThat(found("欧阳")).isEmpty();
        assertThat(found("药师 破损")).containsExactly(number);
    }

    @Test
    void filters_of_the_list_leave_only_what_they_say() {
        ComplaintNumber open = arrives("酒瓶破损");
        LocalDate today = LocalDate.now(clock);

        assertThat(found(ComplaintQuery.where().stage(Stage.CLOSED))).isEmpty();
        assertThat(found(ComplaintQuery.where().received(today, today))).containsExactly(open);
        assertThat(found(ComplaintQuery.where().received(null, today.minusDays(1)))).isEmpty();
        assertThat(found(ComplaintQuery.where().closed(today, null))).isEmpty();
        assertThat(found(ComplaintQuery.where().overdue(true))).isEmpty();
        assertThat(found(ComplaintQuery.where().dueWithin(Duration.ofDays(30)))).containsExactly(open);
        assertThat(found(ComplaintQuery.where().dueWithin(Duration.ofSeconds(1)))).isEmpty();
        assertThat(found(ComplaintQuery.where().escalated(true))).isEmpty();
        assertThat(found(ComplaintQuery.where().mailFailed(true))).isEmpty();
        assertThat(found(ComplaintQuery.where().channel(Channel.JD))).isEmpty();
        assertThat(found(ComplaintQuery.where().severity(desk.complaint(open).severity()))).containsExactly(open);
        assertThat(found(ComplaintQuery.where().assignee(ComplaintQuery.NOBODY))).containsExactly(open);
        assertThat(found(ComplaintQuery.where().assignee("fileamy"))).isEmpty();
    }

    @Test
    void totals_are_counted_up_to_a_limit() {
        arrives("一");
        arrives("二");
        arrives("三");
        ComplaintQuery query = ComplaintQuery.where().shop(shop).query();

        assertThat(complaints.search(query, CaseOrder.NEWEST, PageRequest.of(0, 1), 2).isCapped()).isTrue();
        assertThat(complaints.search(query, CaseOrder.NEWEST, PageRequest.of(0, 1), 2).getTotalElements()).isEqualTo(2);
        assertThat(complaints.search(query, CaseOrder.NEWEST, PageRequest.of(0, 1), 3).isCapped()).isFalse();
        assertThat(complaints.count(query, 10)).isEqualTo(3);
    }

    @Test
    void programs_filter_alike() throws Exception {
        arrives("手机屏幕碎裂");
        mvc.perform(get("/api/complaints").param("shop", shop).param("q", "碎裂").param("receivedFrom", LocalDate.now(clock).toString()).with(AMY))
                .andExpect(jsonPath("$.total").value(1)).andExpect(jsonPath("$.totalCapped").value(false));
        mvc.perform(get("/api/complaints").param("shop", shop).param("dueWithin", "PT1S").with(AMY)).andExpect(jsonPath("$.total").value(0));
        mvc.perform(get("/api/complaints").param("shop", shop).param("dueWithin", "PT2562047788015215H").with(AMY))
                .andExpect(jsonPath("$.total").value(1));
    }

    @Test
    void a_view_is_saved_by_its_owner_and_shared_by_supervisors_only() throws Exception {
        String name = "视图" + shop.substring(2, 10);
        mvc.perform(post("/cases/views").param("viewName", name).param("shop", shop).param("overdue", "true").param("shared", "true").with(AMY).with(csrf()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get("/cases").with(AMY)).andExpect(content().string(containsString(name)));
        mvc.perform(get("/cases").with(SUE)).andExpect(content().string(not(containsString(name))));

        mvc.perform(post("/cases/views").param("viewName", name + "全").param("escalated", "true").param("shared", "true").with(SUE).with(csrf()));
        mvc.perform(get("/cases").with(AMY)).andExpect(content().string(containsString(name + "全")))
                .andExpect(content().string(containsString("/cases?escalated=true")));

        long id = jdbc.sql("select id from saved_view where name = ?").param(name + "全").query(Long.class).single();
        mvc.perform(post("/cases/views/" + id + "/end").with(AMY).with(csrf()));
        assertThat(jdbc.sql("select count(*) from saved_view where id = ?").param(id).query(Long.class).single()).isOne();
        mvc.perform(post("/cases/views/" + id + "/end").with(SUE).with(csrf())).andExpect(redirectedUrl("/cases"));
        assertThat(jdbc.sql("select count(*) from saved_view where id = ?").param(id).query(Long.class).single()).isZero();
    }

    @Test
    void a_view_without_a_name_is_refused_with_a_word() throws Exception {
        mvc.perform(post("/reviews/views").param("viewName", " ").param("overdue", "true").with(WES).with(csrf()))
                .andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("请填写“视图名称”")));
    }

    @Test
    void a_list_is_exported_masked_and_without_formulas_and_noted() throws Exception {
        ComplaintNumber number = arrives("酒瓶破损", "=1+1", new Contact("@王小明", "wang@example.com", "13812345678", null));

        String csv = mvc.perform(post("/cases/export").param("shop", shop).with(SUE).with(csrf())).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);

        assertThat(csv.lines()).hasSize(2);
        assertThat(csv).contains(number.value(), "138****5678", "w***@example.com", "\"'=1+1\"", "\"'@王小明\"").doesNotContain("13812345678", "wang@");
        assertThat(jdbc.sql("select count(*) from audit_line where what = 'EXPORTED' and who = 'filesue' and subject = 'cases.csv'")
                .query(Long.class).single()).isPositive();
        mvc.perform(post("/cases/export").param("shop", shop).with(AMY).with(csrf())).andExpect(status().isForbidden());
    }

    @Test
    void an_exported_list_has_dates_with_their_year_and_no_due_time_for_a_case_that_waits_or_is_closed() throws Exception {
        ComplaintNumber running = arrives("酒瓶破损");
        ComplaintNumber waiting = desk.recorded(new NewComplaint(shop, Channel.EMAIL, UUID.randomUUID().toString(), "TB20261121001",
                Money.of("399"), "酒瓶破损", null, null, new Contact("王小明", UUID.randomUUID() + "@example.com", "13812345678", null)));
        desk.diagnose(waiting);
        desk.propose(waiting, "REFUND", 99);
        ComplaintNumber closed = arrives("酒瓶破损，已撤诉");
        complaints.endEarly(closed, Closing.WITHDRAWN, "客户来电撤诉");

        String csv = mvc.perform(post("/cases/export").param("shop", shop).with(SUE).with(csrf())).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);

        assertThat(line(csv, running)).contains("\"" + full(desk.complaint(running).receivedAt()) + "\",\""
                + full(desk.complaint(running).settlementDue()) + "\",");
        assertThat(line(csv, waiting)).contains("\"" + full(desk.complaint(waiting).receivedAt()) + "\",\"等待中，暂停计时\",");
        assertThat(line(csv, closed)).contains("\"" + full(desk.complaint(closed).receivedAt()) + "\",\"\",")
                .contains("\"" + full(desk.complaint(closed).closedAt()) + "\",");
    }

    private static String line(String csv, ComplaintNumber number) {
        return csv.lines().filter(line -> line.contains(number.value())).findFirst().orElseThrow();
    }

    private String full(Instant moment) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(clock.getZone()).format(moment);
    }
}
