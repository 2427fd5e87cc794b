package org.complaintdesk.customerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.Closing;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.CustomerMessage;
import org.complaintdesk.complaint.CustomerRequests;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.customer.ContactAccess;
import org.complaintdesk.customer.CustomerFiles;
import org.complaintdesk.customer.CustomerOrders;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.customer.NewOrder;
import org.complaintdesk.customer.OrderOrigin;
import org.complaintdesk.customer.OrderStatus;
import org.complaintdesk.evidence.EvidenceFiles;
import org.complaintdesk.evidence.NewFile;
import org.complaintdesk.evidence.Origin;
import org.complaintdesk.policy.Money;
import org.complaintdesk.review.NewReview;
import org.complaintdesk.review.ReviewNumber;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.support.ReviewDriver;
import org.complaintdesk.support.Traces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@DeskTest
class ErasureTests {

    private static final RequestPostProcessor ADMIN = httpBasic("admin", "demo");

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired CaseDriver desk;
    @Autowired ReviewDriver reviews;
    @Autowired Complaints complaints;
    @Autowired CustomerRequests requests;
    @Autowired Customers customers;
    @Autowired CustomerFiles files;
    @Autowired CustomerOrders orders;
    @Autowired ContactAccess access;
    @Autowired EvidenceFiles evidence;
    @Autowired HistoryService history;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;

    /** Words that nobody else in the database uses. */
    private final String mark = UUID.randomUUID().toString().replace("-", "");
    private final String name = "轩辕" + mark.substring(0, 6);
    private final String address = mark + "@example.com";
    private final String phone = "139" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
    private final Contact contact = new Contact(name, address, phone, "tb_" + mark);
    private NewReview posted;

    @AfterEach
    void clock() {
        ClockUtil.reset();
    }

    @Test
    void nothing_in_the_whole_database_tells_of_a_person_who_was_erased() throws Exception {
        ComplaintNumber number = complaintWithEverything();
        ReviewNumber review = reviewWithEverything();
        long id = desk.complaint(number).customerId();
        fileWithEverything(id);
        assertThat(traces()).as("the search finds what is there").isNotEmpty();
        long steps = history.createHistoricActivityInstanceQuery().processInstanceId(instanceOf(number)).count();

        erase(id, String.valueOf(id)).andExpect(redirectedUrl("/customers/" + id));

        assertThat(traces()).isEmpty();
        assertThat(desk.complaint(number)).satisfies(kept -> {
            assertThat(kept.closing()).isEqualTo(Closing.SATISFIED);
            assertThat(kept.solution().amount()).isEqualTo(Money.of("99"));
            assertThat(kept.shop()).isEqualTo("醉卿酒业旗舰店");
        });
        assertThat(reviews.review(review).rating()).isEqualTo(1);
        assertThat(reviews.story(review)).isNotEmpty();
        assertThat(reviews.arrives(posted)).as("the platform's next export opens nothing again").isEqualTo(review);
        assertThat(evidence.of(number.value())).isEmpty();
        assertThat(history.createHistoricActivityInstanceQuery().processInstanceId(instanceOf(number)).count())
                .as("which steps were taken").isEqualTo(steps);
        for (String page : new String[] {"/cases/" + number, "/reviews/" + review, "/customers/" + id}) {
            mvc.perform(get(page).with(ADMIN)).andExpect(status().isOk()).andExpect(content().string(containsString("已删除")));
        }
        mvc.perform(get("/customers/" + id).with(ADMIN)).andExpect(content().string(containsString("个人信息已于")));
        assertThat(customers.refusesContact(customers.register(new Contact("某人", null, phone, null)).id()))
                .as("the refusal outlives the data").isTrue();
    }

    private ComplaintNumber complaintWithEverything() {
        NewComplaint complaint = new NewComplaint("醉卿酒业旗舰店", Channel.TMALL, "GD" + mark, "TB" + mark, Money.of("399"),
                "酒瓶破损，我叫" + name + "，寄到" + phone, null, "退款给" + name, contact);
        ComplaintNumber number = desk.arrives(complaint);
        desk.complete(number, "RecordComplaint", "customerName", name, "email", address, "phone", phone, "platformId", "tb_" + mark,
                "supplement", "来电人" + name);
        evidence.store(new NewFile(number.value(), "来自" + name + ".txt", new ByteArrayResource(("收件人 " + name + " " + phone).getBytes(StandardCharsets.UTF_8)),
                Origin.CUSTOMER, name, "照片来自" + name));
        desk.timePasses(number, Duration.ofHours(80));
        desk.diagnose(number);
        desk.propose(number, "REFUND", 99);
        tasks.createComment(null, instanceOf(number), "问过" + name);
        desk.complete(number, "RecordCustomerAnswer", "answer", "ACCEPTED");
        desk.complete(number, "ExecuteSolution", "executionNote", "退给" + name, "executionReference", "RF-1");
        desk.complete(number, "ConfirmRefund", "refundOutcome", "PAID", "refundAmount", 99, "refundReference", "FIN-1");
        desk.timePasses(number, Duration.ofDays(3));
        desk.complete(number, "FollowUpCustomer", "satisfied", "YES", "score", 5, "followUpNote", name + "很满意");
        if (desk.isOpen(number, "SuperviseOverdueCase")) {
            desk.complete(number, "SuperviseOverdueCase", "action", "NEW_TIME");
        }
        assertThat(desk.complaint(number).isClosed()).isTrue();
        return number;
    }

    private ReviewNumber reviewWithEverything() {
        posted = new NewReview("醉卿酒业旗舰店", Channel.TMALL, "PJ" + mark, "TB" + mark, "酒" + mark, 1,
                "我是" + name + "，太差了", ReviewDriver.now().minus(Duration.ofHours(1)), contact);
        ReviewNumber number = reviews.arrives(posted);
        reviews.contacted(number, "MISUNDERSTANDING", "contactNote", "与" + name + "通话");
        reviews.replies(number, "尊敬的" + name + "，您好！我们已与您联系并说明了情况，感谢您的反馈。");
        reviews.complete(number, "RecordReviewOutcome", "posting", "POSTED", "repliedAt", ReviewDriver.now().toString(), "repliedBy", "小李",
                "fate", "UNCHANGED", "outcomeNote", name + "没有再说", "lessonArea", "WAREHOUSE",
                "lesson", "给%s那样的箱子加气柱袋".formatted(address.toUpperCase(Locale.ROOT)));
        assertThat(reviews.review(number).isClosed()).isTrue();
        return number;
    }

    private void fileWithEverything(long id) {
        orders.record(id, new NewOrder("醉卿酒业旗舰店", "TMALL", "TB" + mark, new BigDecimal("399"), "刻字酒" + mark, null, OrderStatus.PAID),
                OrderOrigin.PAGE, "amy");
        access.unmask(id, "customer", name + "来电", "amy");
        customers.refuseContact(id, name + "说不要再联系");
        long other = customers.register(new Contact("小" + name, null, phone, "wx_" + mark)).id();
        files.merge(other, id, "admin");
        long file = jdbc.sql("""
                insert into csv_import (kind, file_name, encoding, headers, columns, uploaded_by, uploaded_at, total)
                values ('REVIEWS', 'x.csv', 'UTF-8', '{}', '{}', 'amy', now(), 1) returning id""").query(Long.class).single();
        List<String[]> rows = List.of(new String[] {name, phone, "rot"}, new String[] {"来自" + name, "=\"" + phone + "\"", "rot"},
                new String[] {name + "说", "'" + phone, "rot"}, new String[] {name, phone + "\t", "rot"},
                new String[] {name, "+86 %s %s %s".formatted(phone.substring(0, 3), phone.substring(3, 7), phone.substring(7)), "rot"},
                new String[] {name, fullWidth(phone) + "　", "rot"}, new String[] {name, phone + ".0", "rot"},
                new String[] {name, " " + address.toUpperCase(Locale.ROOT) + "\u200B", "rot"}, new String[] {name, "TB_" + mark, "rot"});
        for (int i = 0; i < rows.size(); i++) {
            jdbc.sql("insert into import_reject (import_id, position, line, cells, headers, reasons) values (?, ?, 2, ?, '{评分}', ?)")
                    .params(file, i, rows.get(i), new String[] {name + "不是评分"}).update();
            jdbc.sql("insert into import_row (import_id, position, line, cells) values (?, ?, 2, ?)").params(file, i, rows.get(i)).update();
        }
    }

    private static String fullWidth(String digits) {
        return digits.chars().map(digit -> digit - '0' + '０').collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** Every row of every table in which one of the person's words stands. */
    private List<String> traces() {
        return Traces.of(jdbc, List.of(name, address, phone, mark.substring(6)));
    }

    @Test
    void open_case_keeps_everything_and_is_named() throws Exception {
        ComplaintNumber number = desk.arrives(new NewComplaint("店", Channel.TMALL, null, null, null, "酒瓶破损", null, null, contact));
        long id = desk.complaint(number).customerId();
        mvc.perform(get("/customers/" + id + "/erase").with(ADMIN)).andExpect(content().string(containsString(number.value())));

        erase(id, String.valueOf(id)).andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("没有删除任何内容")));
        assertThat(customers.byId(id).name()).isEqualTo(name);
    }

    @Test
    void nobody_is_erased_without_typing_the_number_and_only_once() throws Exception {
        long id = customers.register(contact).id();
        for (String typed : new String[] {"", "1", "删除", name}) {
            erase(id, typed).andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("没有删除任何内容")));
        }
        erase(id, " " + id + " ").andExpect(redirectedUrl("/customers/" + id));
        erase(id, String.valueOf(id)).andExpect(redirectedUrl("/customers/" + id));
        mvc.perform(post("/customers/" + id + "/orders").with(ADMIN).with(csrf()).param("orderNumber", "1").param("shop", "x")
                .param("channel", "TMALL")).andExpect(status().isNotFound());
        mvc.perform(post("/customers/999999999999/erase").with(ADMIN).with(csrf()).param("confirmation", "999999999999"))
                .andExpect(status().isNotFound());
    }

    @Test
    void message_nobody_passed_on_goes_with_the_person() throws Exception {
        ComplaintNumber number = desk.arrives(new NewComplaint("店", Channel.TMALL, null, null, null, "酒瓶破损", null, null,
                new Contact(name, null, phone, null)));
        complaints.endEarly(number, Closing.UNREACHABLE, "联系不上" + name);
        desk.deliver(number);
        erase(desk.complaint(number).customerId(), String.valueOf(desk.complaint(number).customerId()));

        assertThat(runtime.createProcessInstanceQuery().variableValueEquals("number", number.value()).count()).isZero();
        assertThat(traces()).isEmpty();
    }

    @Test
    void a_letter_nobody_has_read_goes_even_when_the_engine_has_forgotten_its_beginning() throws Exception {
        ComplaintNumber number = desk.arrives(new NewComplaint("店", Channel.TMALL, null, null, null, "酒瓶破损", null, null, contact));
        complaints.endEarly(number, Closing.UNREACHABLE, "联系不上");
        desk.deliver(number);
        requests.write(number, CustomerMessage.onPage("我是" + name + "，请回电" + phone, "form-" + mark, List.of()));
        tasks.createComment(desk.task(number, "ReadCustomerMessage").getId(), null, "问过" + name);
        assertThat(desk.isOpen(number, "ReadCustomerMessage")).isTrue();
        // Expired history goes whether its flow has ended or not.
        jdbc.sql("delete from act_hi_procinst where business_key_ = ?").param(number.value()).update();

        erase(desk.complaint(number).customerId(), String.valueOf(desk.complaint(number).customerId()));

        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(number.value()).count()).isZero();
        assertThat(desk.isOpen(number, "ReadCustomerMessage")).isFalse();
        assertThat(traces()).isEmpty();
    }

    private String instanceOf(ComplaintNumber number) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(number.value())
                .processDefinitionKey("complaint-handling").list().get(0).getId();
    }

    private ResultActions erase(long id, String typed) throws Exception {
        return mvc.perform(post("/customers/" + id + "/erase").with(ADMIN).with(csrf())
                .param("confirmation", typed));
    }
}
