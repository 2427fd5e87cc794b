package org.complaintdesk.update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.complaintdesk.compliance.Compliance;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.customer.CustomerUpdateDue;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.customer.UpdateKind;
import org.complaintdesk.identity.StaffNotice;
import org.complaintdesk.platform.DecisionTables;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class UpdatesTests {

    private static final AtomicInteger CASES = new AtomicInteger(200_000);

    @Autowired ApplicationEventPublisher publisher;
    @Autowired TransactionTemplate transaction;
    @Autowired Customers customers;
    @Autowired Updates store;
    @Autowired CustomerUpdates updates;
    @Autowired Mailer mailer;
    @Autowired DecisionTables tables;
    @Autowired Wording wording;
    @Autowired UpdateProperties settings;
    @Autowired GreenMail mailServer;
    @Autowired Compliance compliance;

    private final String number = "C-20261121-" + CASES.incrementAndGet();
    private final String address = UUID.randomUUID() + "@example.com";

    @Test
    void mail_has_a_text_and_an_html_part_and_the_headers_of_an_automatic_message() throws Exception {
        due("酒仙网", UpdateKind.PROPOSAL, Map.of("remedy", "退货退款"));
        MimeMessage mail = sent(update(0));

        assertThat(mail.getHeader("From")[0]).contains("<service@localhost>").contains("=?UTF-8?");
        assertThat(mail.getFrom()[0].toString()).isNotBlank();
        assertThat(mail.getHeader("Message-ID")[0]).matches("<" + number + "\\.PROPOSAL\\.1\\.[A-Za-z0-9_-]{22}@localhost>");
        assertThat(mail.getHeader("X-Auto-Response-Suppress")).containsExactly("All");
        assertThat(mail.getHeader("List-Unsubscribe")).isNull();
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("References")).isNull();
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat((String) parts.getBodyPart(0).getContent()).startsWith("尊敬的王先生/女士：").contains("- 处理方案：退货退款")
                .contains("这封邮件由系统自动发送，因为您向酒仙网提出了投诉（编号 " + number + "）");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
        assertThat((String) parts.getBodyPart(1).getContent()).contains("退货退款", "这封邮件由系统自动发送");
    }

    @ParameterizedTest
    @ValueSource(strings = {"来信未注明店铺", "Shop not named in the mail"})
    void where_nobody_named_the_shop_the_desk_writes(String filed) throws Exception {
        due(filed, UpdateKind.PROPOSAL, Map.of("remedy", "退货退款"));
        MimeMessage mail = sent(update(0));

        assertThat(mail.getSubject()).startsWith("【客户投诉处理】");
        assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("客户投诉处理");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        for (int i = 0; i < parts.getCount(); i++) {
            assertThat((String) parts.getBodyPart(i).getContent()).doesNotContain(filed).contains("因为您提出了投诉（编号 " + number + "）");
        }
    }

    @Test
    void later_mails_of_a_case_join_the_thread_of_the_first() throws Exception {
        due("酒仙网", UpdateKind.ACKNOWLEDGEMENT, Map.of());
        due("酒仙网", UpdateKind.PROGRESS, Map.of());
        due("酒仙网", UpdateKind.PROGRESS, Map.of());
        sent(update(0));
        sent(update(1));
        MimeMessage third = sent(update(2));

        assertThat(third.getHeader("Message-ID")).containsExactly(update(2).messageId());
        assertThat(third.getHeader("In-Reply-To")).containsExactly(update(1).messageId());
        assertThat(third.getHeader("References")[0].split("\\s+")).containsExactly(update(0).messageId(), update(1).messageId());
    }

    @Test
    void names_and_texts_cannot_add_headers() throws Exception {
        due("店\r\nBcc: thief@example.com\r\n\r\n<b>", UpdateKind.PROGRESS, Map.of("done", "x\r\nBcc: thief@example.com"));
        MimeMessage mail = sent(update(0));

        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject()).isEqualTo("【店 Bcc: thief@example.com <b>】投诉处理进度 " + number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b.cn\r\nBcc: c@d.cn", "a@b.cn, c@d.cn", "A <a@b.cn>", "a@", "a b@c.cn", ""})
    void mail_to_what_is_not_one_address_is_refused(String wrong) {
        Letter letter = new Letter(wrong, "s", "b", "<x@y>");
        CustomerUpdate update = CustomerUpdate.forStaff(number, "REMINDER", number + "/x", letter, null, Instant.now());

        assertThatThrownBy(() -> mailer.send(update)).isInstanceOf(AddressRejected.class);
    }

    @Test
    void key_exists_once_so_nothing_is_said_twice() {
        due("酒仙网", UpdateKind.PROPOSAL, Map.of());
        CustomerUpdate first = update(0);
        Letter letter = new Letter(address, first.subject(), first.body(), first.messageId());
        CustomerUpdate again = CustomerUpdate.forCustomer(number, UpdateKind.PROPOSAL, first.key(), letter,
                new CustomerUpdate.Reader(first.customerId(), "酒仙网", "WEB", false, true, "zh"), Instant.now());

        assertThat(first.key()).isEqualTo(number + "/PROPOSAL/1");
        assertThatThrownBy(() -> store.save(again)).hasRootCauseInstanceOf(SQLException.class)
                .satisfiesAnyOf(e -> assertThat(e).isInstanceOf(DuplicateKeyException.class),
                        e -> assertThat(e).hasCauseInstanceOf(DuplicateKeyException.class));
    }

    @Test
    void settled_update_does_not_change_any_more() {
        due("酒仙网", UpdateKind.PROPOSAL, Map.of());
        CustomerUpdate update = update(0);
        update.sent(Instant.now());

        assertThatThrownBy(() -> update.sent(Instant.now())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> update.told(ToldVia.CHAT, "", "amy", Instant.now()))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> update.addressRejected("no")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void update_outside_of_a_transaction_is_refused() {
        assertThatThrownBy(() -> publisher.publishEvent(event("酒仙网", UpdateKind.PROPOSAL, Map.of())))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @ParameterizedTest
    @EnumSource
    void every_kind_has_a_subject_and_a_label(UpdateKind kind) {
        assertThat(wording.text("update.subject." + kind)).isNotBlank();
        assertThat(wording.of(kind)).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void every_notice_has_a_subject_and_a_label(StaffNotice kind) {
        assertThat(wording.text((kind == StaffNotice.REVIEWER_WROTE ? "update.subject.staff.review." : "update.subject.staff.") + kind)).isNotBlank();
        assertThat(wording.of(kind)).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("org.complaintdesk.update.TemplatesTests#forCustomers")
    void no_customer_reads_what_the_compliance_gate_would_stop(Locale language, String template) {
        String text = new Templates().text(template, new Facts(TemplatesTests.everyFact()), language);

        assertThat(compliance.check(text).findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
            "ACKNOWLEDGEMENT, TMALL, TELL", "ACKNOWLEDGEMENT, PHONE, KEEP", "ACKNOWLEDGEMENT, , TELL",
            "EVIDENCE_REQUEST, PHONE, TELL", "PROPOSAL, TMALL, TELL", "PROGRESS, TMALL, KEEP",
            "DELAY_APOLOGY, JD, TELL", "NEW_TIME, JD, TELL", "AGREEMENT, JD, TELL", "REOPENED, JD, TELL",
            "RESULT, JD, TELL", "NOT_AGREED, JD, TELL", "WITHDRAWN, JD, KEEP", "DUPLICATE, JD, KEEP",
            "REVIEW_CONTACT, TMALL, TELL", "CUSTOMER_REMINDER, JD, TELL", "ANSWER, JD, TELL", "NO_ANSWER, JD, TELL",
            "SURVEY, JD, KEEP", "SURVEY_REMINDER, JD, KEEP", "NEW_LINK, JD, TELL", "STAFF_NOTICE, , KEEP",
            "SOMETHING_NEW, JD, TELL"})
    void table_says_who_is_told_without_an_address(String kind, String channel, String route) {
        assertThat(route(kind, channel, false, false)).isEqualTo(route);
        assertThat(route(kind, channel, true, false)).isEqualTo("MAIL");
        assertThat(route(kind, channel, true, true)).as("the customer refuses contact").isEqualTo("KEEP");
    }

    @Test
    void mail_is_tried_again_after_growing_waits() {
        assertThat(settings.mailRetries()).containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(5),
                Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(4));
        assertThat(settings.retryCycle()).isEqualTo("PT1M,PT5M,PT15M,PT1H,PT4H");
    }

    @ParameterizedTest
    @CsvSource({"SURVEY, WAIT", "SURVEY_REMINDER, WAIT", "CUSTOMER_REMINDER, WAIT", "PROPOSAL, MAIL", "NEW_LINK, MAIL"})
    void table_lets_wait_at_night_what_is_not_urgent(String kind, String route) {
        assertThat(route(kind, "WEB", true, false, false, true)).isEqualTo(route);
        assertThat(route(kind, "WEB", true, false, true, false)).as("enough went to the address").isEqualTo("WAIT");
        assertThat(route(kind, "WEB", true, true, true, true)).as("the customer refuses contact").isEqualTo("KEEP");
    }

    private String route(String kind, String channel, boolean hasEmail, boolean doNotContact) {
        return route(kind, channel, hasEmail, doNotContact, false, false);
    }

    private String route(String kind, String channel, boolean hasEmail, boolean doNotContact, boolean busy, boolean quiet) {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("addressBusy", busy);
        inputs.put("quietHours", quiet);
        inputs.put("kind", kind);
        inputs.put("channel", channel);
        inputs.put("hasEmail", hasEmail);
        inputs.put("doNotContact", doNotContact);
        List<Map<String, Object>> rules = tables.evaluate("update-route", inputs);
        return (String) rules.get(0).get("route");
    }

    @Test
    void mail_about_a_case_that_we_opened_from_a_review_comes_because_of_the_review() throws Exception {
        CustomerUpdateDue asked = event("酒仙网", UpdateKind.PROGRESS, Map.of());
        transaction.executeWithoutResult(status -> publisher.publishEvent(new CustomerUpdateDue(number, asked.shop(), "WEB",
                asked.customerId(), asked.kind(), Map.of(), true, true)));

        MimeMultipart parts = (MimeMultipart) sent(update(0)).getContent();

        for (int i = 0; i < parts.getCount(); i++) {
            assertThat((String) parts.getBodyPart(i).getContent()).contains("因为您评价了在酒仙网的购物").doesNotContain("提出了投诉");
        }
    }

    private void due(String shop, UpdateKind kind, Map<String, String> facts) {
        transaction.executeWithoutResult(status -> publisher.publishEvent(event(shop, kind, facts)));
    }

    private CustomerUpdateDue event(String shop, UpdateKind kind, Map<String, String> facts) {
        long customer = customers.register(new Contact("王小明", address, null, null)).id();
        return new CustomerUpdateDue(number, shop, "WEB", customer, kind, facts, false, true);
    }

    private CustomerUpdate update(int position) {
        return store.byKey(updates.of(number).get(position).key());
    }

    private MimeMessage sent(CustomerUpdate update) throws Exception {
        mailer.send(update);
        update.sent(Instant.now());
        store.save(update);
        MimeMessage[] mails = mailServer.getReceivedMessagesForDomain(address);
        return mails[mails.length - 1];
    }
}
