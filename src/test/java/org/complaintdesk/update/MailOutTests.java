package org.complaintdesk.update;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.complaintdesk.customer.CaseLinks;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.customer.CustomerErased;
import org.complaintdesk.customer.CustomerMerged;
import org.complaintdesk.customer.CustomerUpdateDue;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.customer.UpdateKind;
import org.complaintdesk.platform.DeskProperties;
import org.complaintdesk.platform.DeskSecret;
import org.complaintdesk.platform.QuietHours;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.support.TransactionTemplate;

/** What a customer finds in the mailbox, and what nobody else's mailbox ever gets. */
@DeskTest
class MailOutTests {

    private static final AtomicInteger CASES = new AtomicInteger(400_000);
    private static final Map<String, String> TYPED = Map.of("orderNumber", "点开有奖", "problem", "加微信 bad123 领红包", "wish",
            "http://evil.example", "product", "点开有奖", "customer", "点开有奖", "question", "点开有奖", "dueBy", "11月23日 10:00",
            "explanation", "经核实，商品破损。");

    @Autowired ApplicationEventPublisher publisher;
    @Autowired TransactionTemplate transaction;
    @Autowired Customers customers;
    @Autowired Updates store;
    @Autowired MailThread thread;
    @Autowired CaseReferences references;
    @Autowired JavaMailSender sender;
    @Autowired DeskSecret secret;
    @Autowired DeskProperties desk;
    @Autowired Wording wording;
    @Autowired Clock clock;
    @Autowired GreenMail mailServer;

    private final String number = "C-20261121-" + CASES.incrementAndGet();
    private final String address = UUID.randomUUID() + "@example.com";

    @Test
    void private_link_is_in_both_parts_of_every_mail_and_kept_nowhere() throws Exception {
        due("酒仙网", UpdateKind.PROPOSAL, Map.of("remedy", "退款"), true);
        MimeMessage mail = sent(0);

        assertThat(text(mail)).contains("查看并答复：\nhttps://desk.example/track/token-of-" + number + "\n这个链接只属于您")
                .contains("酒仙网 客服");
        assertThat(html(mail)).contains("<a href=\"https://desk.example/track/token-of-" + number + "\"", ">查看并答复</a>");
        assertThat(update(0).body()).doesNotContain("track");
    }

    @ParameterizedTest
    @EnumSource
    void to_an_unconfirmed_address_goes_nothing_anyone_typed(UpdateKind kind) throws Exception {
        due("点开有奖 http://evil.example", kind, TYPED, false);
        MimeMessage mail = sent(0);

        String everything = mail.getSubject() + mail.getFrom()[0] + text(mail) + html(mail);
        assertThat(everything).doesNotContain("点开有奖", "bad123", "evil.example", "王").contains(number);
        assertThat(text(mail)).startsWith("尊敬的顾客：").contains("https://desk.example/track/token-of-" + number + "?c=mac-of-" + address)
                .contains("有人提交投诉（编号 " + number + "）时填写了这个邮箱");
    }

    @Test
    void mail_asks_to_confirm_the_address() throws Exception {
        due("酒仙网", UpdateKind.ACKNOWLEDGEMENT, TYPED, false);
        MimeMessage mail = sent(0);

        assertThat(mail.getSubject()).isEqualTo("【客户投诉处理】请确认您的邮箱 " + number);
        assertThat(text(mail)).contains("请先确认这是您的邮箱", "- 答复时间：11月23日 10:00 前", "确认邮箱并查看进展：");
    }

    @Test
    void survey_names_how_to_stop_surveys_and_its_other_language() throws Exception {
        due("酒仙网", UpdateKind.SURVEY, Map.of("action", "退款"), true);
        MimeMessage mail = sent(0);

        String link = "https://desk.example/track/token-of-" + number;
        assertThat(mail.getHeader("List-Unsubscribe")).containsExactly("<" + link + "/surveys>");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(text(mail)).contains("告诉我们是否满意：\n" + link + "\n", "English version " + link + "?lang=en",
                "不想再收到满意度回访 " + link + "/surveys");
    }

    @Test
    void survey_comes_in_the_language_of_its_reader() throws Exception {
        long customer = customer();
        customers.speaks(customer, Locale.ENGLISH);
        due(customer, UpdateKind.SURVEY, Map.of("action", "退货退款"), true);
        due(customer, UpdateKind.RESULT, Map.of("action", "退货退款"), true);

        MimeMessage survey = sent(0);
        assertThat(survey.getSubject()).contains("How did we handle your complaint?");
        assertThat(text(survey)).startsWith("Dear 王小明,").doesNotContain("退货退款", "订单").contains("中文版 https://");
        assertThat(html(survey)).contains("lang=\"en\"", "Rate how we handled it");
        assertThat(text(sent(1))).as("facts come in the desk's language").startsWith("尊敬的王先生/女士：").contains("退货退款");
    }

    @Test
    void customer_is_asked_once_for_each_time_the_case_was_handled_and_reminded_once() {
        long customer = customer();
        due(customer, UpdateKind.SURVEY_REMINDER, Map.of(), true);
        assertThat(kinds()).as("nothing to remind of").isEmpty();

        due(customer, UpdateKind.SURVEY, Map.of(), true);
        due(customer, UpdateKind.SURVEY, Map.of(), true);
        assertThat(kinds()).containsExactly("SURVEY");

        settle(0);
        due(customer, UpdateKind.SURVEY_REMINDER, Map.of(), true);
        due(customer, UpdateKind.SURVEY_REMINDER, Map.of(), true);
        assertThat(kinds()).containsExactly("SURVEY", "SURVEY_REMINDER");

        due(customer, UpdateKind.REOPENED, Map.of(), true);
        due(customer, UpdateKind.SURVEY, Map.of(), true);
        assertThat(store.findByCaseNumberOrderById(number)).extracting(CustomerUpdate::key).contains(number + "/SURVEY/2");
    }

    @Test
    void nobody_is_reminded_of_a_survey_they_never_got() {
        long customer = customer();
        customers.refuseSurveys(customer);
        due(customer, UpdateKind.SURVEY, Map.of(), true);
        due(customer, UpdateKind.SURVEY_REMINDER, Map.of(), true);

        assertThat(kinds()).containsExactly("SURVEY");
    }

    @Test
    void answer_goes_on_with_the_thread_of_what_the_customer_wrote() throws Exception {
        due("酒仙网", UpdateKind.ACKNOWLEDGEMENT, Map.of(), true);
        sent(0);
        references.arrived(number, address.toUpperCase(Locale.ROOT), "<reply-1@mail.customer.example>");
        references.arrived(number, address, "<reply-1@mail.customer.example>");
        references.arrived(number, address, "no message id\r\nBcc: thief@example.com");
        references.arrived(number, "someone.else@example.com", "<other@example.com>");
        due("酒仙网", UpdateKind.ANSWER, Map.of(), true);
        MimeMessage answer = sent(1);

        assertThat(answer.getHeader("In-Reply-To")).containsExactly("<reply-1@mail.customer.example>");
        assertThat(answer.getHeader("References")[0].split("\\s+"))
                .containsExactly(update(0).messageId(), "<reply-1@mail.customer.example>");
    }

    @Test
    void long_thread_keeps_its_beginning_and_its_end() throws Exception {
        due("酒仙网", UpdateKind.ACKNOWLEDGEMENT, Map.of(), true);
        sent(0);
        for (int i = 0; i < 40; i++) {
            references.arrived(number, address, "<" + i + "@customer.example>");
        }
        due("酒仙网", UpdateKind.PROGRESS, Map.of(), true);

        assertThat(thread.before(update(1))).hasSize(13).startsWith(update(0).messageId()).endsWith("<39@customer.example>");
    }

    @Test
    void with_plus_addressing_replies_and_returned_mail_name_their_case() throws Exception {
        due("酒仙网", UpdateKind.PROPOSAL, Map.of(), true);
        MimeMessage mail = sentBy(plusAddressing(), 0);

        String reply = ((jakarta.mail.internet.InternetAddress) mail.getReplyTo()[0]).getAddress();
        assertThat(reply).startsWith("help+" + number + ".").endsWith("@shop.example");
        assertThat(references.caseNumberOf(List.of(), List.of("x@y.cn", reply.toLowerCase(Locale.ROOT)))).contains(number);
        assertThat(references.caseNumberOf(List.of(), List.of(reply.replace(number, "C-20261121-000001")))).isEmpty();
        assertThat(mail.getHeader("Return-Path")[0]).startsWith("<desk+" + number + ".");
        assertThat(mail.getHeader("Message-ID")).containsExactly(update(0).messageId());
    }

    @Test
    void only_what_this_desk_signed_names_a_case() {
        due("酒仙网", UpdateKind.PROPOSAL, Map.of(), true);
        String ours = update(0).messageId();

        assertThat(references.caseNumberOf(List.of("<a@b>", ours), List.of())).contains(number);
        assertThat(references.caseNumberOf(List.of(" " + ours.substring(1, ours.length() - 1) + " "), List.of())).contains(number);
        assertThat(references.updateOf(ours)).contains(number + "/PROPOSAL/1");
        for (String forged : List.of("<" + number + ".PROPOSAL.1@localhost>", ours.replace("PROPOSAL.1", "PROPOSAL.2"),
                ours.replace(number, "C-20261121-000001"), ours.toLowerCase(Locale.ROOT), "", "<>", "<@>", number,
                "<" + "a".repeat(5000) + "@x>", "<" + number + ".PROPOSAL.1." + "A".repeat(22) + "@localhost>")) {
            assertThat(references.caseNumberOf(List.of(forged), List.of(forged))).as(forged).isEmpty();
        }
        assertThat(references.updateOf(null)).isEmpty();
    }

    @Test
    void quiet_hours_end_in_the_morning_of_the_desks_time_zone() {
        UpdateProperties night = new UpdateProperties(null, null, false, 5, 3, QuietHours.valueOf("22:00-08:00"), List.of());
        DeskProperties shanghai = new DeskProperties(desk.publicUrl(), desk.language(), ZoneId.of("Asia/Shanghai"), null);
        Clock lateEvening = Clock.fixed(Instant.parse("2026-11-22T15:30:00Z"), ZoneOffset.UTC);

        assertThat(new SendingTimes(store, night, shanghai, lateEvening).quietUntil()).contains(Instant.parse("2026-11-23T00:00:00Z"));
    }

    @Test
    void messages_follow_a_merged_file_and_forget_an_erased_one() {
        long first = customer();
        long second = customers.register(new Contact("王晓明", UUID.randomUUID() + "@example.com", null, null)).id();
        due(first, UpdateKind.PROPOSAL, Map.of("explanation", "王小明的酒瓶破损"), true);
        references.arrived(number, address, "<a@b.example>");

        transaction.executeWithoutResult(status -> publisher.publishEvent(new CustomerMerged(first, second)));
        assertThat(update(0).customerId()).isEqualTo(second);

        transaction.executeWithoutResult(status -> publisher.publishEvent(
                new CustomerErased(second, List.of(second, first), List.of(number), List.of())));
        assertThat(update(0).body()).isEqualTo("（已应客户要求删除）");
        assertThat(update(0).recipient()).isNull();
        assertThat(update(0).state()).as("nothing goes out any more").isEqualTo(UpdateState.KEPT);
        assertThat(thread.before(update(0))).isEmpty();
    }

    private void due(String shop, UpdateKind kind, Map<String, String> facts, boolean confirmed) {
        publish(new CustomerUpdateDue(number, shop, "WEB", customer(), kind, facts, false, confirmed));
        if (kind == UpdateKind.SURVEY_REMINDER && store.findByCaseNumberOrderById(number).isEmpty()) {
            publish(new CustomerUpdateDue(number, shop, "WEB", customer(), UpdateKind.SURVEY, facts, false, confirmed));
        }
    }

    private void due(long customer, UpdateKind kind, Map<String, String> facts, boolean confirmed) {
        publish(new CustomerUpdateDue(number, "酒仙网", "WEB", customer, kind, facts, false, confirmed));
    }

    private void publish(Object event) {
        transaction.executeWithoutResult(status -> publisher.publishEvent(event));
    }

    private long customer() {
        return customers.register(new Contact("王小明", address, null, null)).id();
    }

    private List<String> kinds() {
        return store.findByCaseNumberOrderById(number).stream().map(CustomerUpdate::kind).toList();
    }

    private CustomerUpdate update(int position) {
        return store.findByCaseNumberOrderById(number).get(position);
    }

    private void settle(int position) {
        CustomerUpdate update = update(position);
        update.sent(clock.instant());
        store.save(update);
    }

    private MimeMessage sent(int position) throws Exception {
        return sentBy(new UpdateProperties(null, null, false, 5, 3, QuietHours.valueOf("off"), List.of()), position);
    }

    private static UpdateProperties plusAddressing() {
        return new UpdateProperties("desk@shop.example", "help@shop.example", true, 5, 3, QuietHours.valueOf("off"), List.of());
    }

    private MimeMessage sentBy(UpdateProperties settings, int position) throws Exception {
        StaticListableBeanFactory links = new StaticListableBeanFactory(Map.of("links", new Links()));
        LetterLinks letterLinks = new LetterLinks(links.getBeanProvider(CaseLinks.class));
        MailContent content = new MailContent(new Templates(), letterLinks, wording);
        CustomerUpdate update = update(position);
        new Mailer(sender, content, thread, letterLinks, new ReplyAddresses(settings, desk, secret), wording, clock).send(update);
        if (update.isPending()) {
            settle(position);
        }
        MimeMessage[] mails = mailServer.getReceivedMessagesForDomain(address);
        return mails[mails.length - 1];
    }

    private static String text(MimeMessage mail) throws Exception {
        return ((String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent()).replace("\r\n", "\n");
    }

    private static String html(MimeMessage mail) throws Exception {
        return (String) ((MimeMultipart) mail.getContent()).getBodyPart(1).getContent();
    }

    private static class Links implements CaseLinks {

        @Override
        public Optional<URI> of(String caseNumber) {
            return Optional.of(URI.create("https://desk.example/track/token-of-" + caseNumber));
        }

        @Override
        public Optional<URI> confirming(String caseNumber, String address) {
            return of(caseNumber).map(link -> URI.create(link + "?c=mac-of-" + address));
        }

        @Override
        public Optional<URI> stopSurveys(String caseNumber) {
            return of(caseNumber).map(link -> URI.create(link + "/surveys"));
        }
    }
}
