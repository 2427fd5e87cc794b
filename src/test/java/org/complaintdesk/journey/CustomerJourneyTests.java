package org.complaintdesk.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.complaintdesk.complaint.Closing;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Stage;
import org.complaintdesk.customer.CaseLinks;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One complaint as the customer lives it: on a phone and by mail, with people at work on the other side. */
@DeskTest
class CustomerJourneyTests extends Journey {

    private static final Path PICTURES = Path.of("target", "journey", "customer");
    private static final Pattern LINK = Pattern.compile("/track/[A-Za-z0-9_-]+(\\?c=[A-Za-z0-9_-]+)?");

    private final String email = "xiaoming-" + UUID.randomUUID() + "@example.com";

    @Autowired CaseDriver desk;
    @Autowired CaseLinks links;
    @Autowired GreenMail mail;

    @Test
    void complaint_goes_from_the_portal_by_mail_to_an_accepted_proposal_and_a_good_end() throws Exception {
        Page phone = BROWSER.plainPhoneOf("customer", "zh-CN");
        ComplaintNumber number = files(phone);

        // 1. The first mail names nothing that was typed; its link asks whether the address is the customer's.
        desk.deliver(number);
        assertThat(lastMail()).contains("请先确认这是您的邮箱").doesNotContain("王小明", "六瓶碎了两瓶");
        phone.navigate(address(linkOfTheLastMail()));
        press(phone, "是我的邮箱，确认");
        assertThat(phone.locator("[role=status]")).containsText("邮箱已确认");
        assertThat(phone.locator("h1")).hasText("我们正在处理");

        // 2. The desk works; its proposal comes by mail and is accepted on the page behind it.
        desk.complete(number, "RecordComplaint", "customerName", "王小明", "email", email, "orderAmount", 399);
        desk.diagnose(number);
        desk.propose(number, "REFUND", 99);
        desk.deliver(number);
        assertThat(lastMail()).contains("王先生/女士", "99.00");
        phone.navigate(address(linkOfTheLastMail()));
        assertThat(phone.locator("h1")).hasText("轮到您了");
        assertThat(phone.locator(".remedy")).containsText("¥99.00");
        shoot(phone, "proposal");
        press(phone, "接受这个方案");
        assertThat(phone.locator("[role=status]")).containsText("您已接受方案");

        // 3. Refunded, rated, closed.
        desk.complete(number, "ExecuteSolution", "executionNote", "已在后台提交退款", "executionReference", "RF-1");
        desk.complete(number, "ConfirmRefund", "refundOutcome", "PAID", "refundAmount", 99, "refundReference", "FIN-1");
        phone.reload();
        phone.getByText("解决了", new Page.GetByTextOptions().setExact(true)).click();
        phone.locator("#rate-score-5").check();
        press(phone, "提交评价");
        assertThat(desk.complaint(number).closing()).isEqualTo(Closing.SATISFIED);
        phone.reload();
        assertThat(phone.locator("h1")).hasText("已经结束");
        assertThat(phone.locator(".now")).hasText("问题已经解决，感谢您的信任。");
        shoot(phone, "closed");

        // One address gets only so many mails an hour: the last of this quick case comes when the hour is over.
        desk.timePasses(number, Duration.ofMinutes(61));
        desk.deliver(number);
        assertThat(desk.mails(email)).anyMatch(subject -> subject.contains("投诉处理结果 " + number));
    }

    @Test
    void agent_who_was_faster_than_the_customer_leaves_a_page_that_says_so() {
        ComplaintNumber number = desk.diagnosed();
        desk.propose(number, "REFUND", 99);
        Page phone = BROWSER.phoneOf("customer", "en-US");
        phone.navigate(address(links.of(number.value()).orElseThrow().getPath()));
        Tasklist amy = signIn(BROWSER.windowOf("amy"), "amy");
        amy.look(MY_GROUPS, number.value()).claim("记录客户答复").tick("拒绝方案").write("客户的理由或要求", "电话里说太少");
        amy.complete();

        press(phone, "Accept this proposal");

        assertThat(phone.locator("[role=status]")).containsText("Things have changed meanwhile, so nothing was done.");
        assertThat(phone.locator("h1")).hasText("We are working on it");
        assertThat(phone.locator("button:has-text('Accept')")).hasCount(0);
        assertThat(desk.complaint(number).stage()).isEqualTo(Stage.PROPOSING);
    }

    @Test
    void customer_who_was_faster_leaves_the_agent_a_plain_word_and_not_a_second_answer() {
        ComplaintNumber number = desk.diagnosed();
        desk.propose(number, "REFUND", 99);
        Tasklist amy = signIn(BROWSER.windowOf("amy"), "amy");
        amy.look(MY_GROUPS, number.value()).claim("记录客户答复").tick("拒绝方案").write("客户的理由或要求", "电话里说太少");
        Page phone = BROWSER.phoneOf("customer", "zh-CN");
        phone.navigate(address(links.of(number.value()).orElseThrow().getPath()));
        press(phone, "接受这个方案");
        assertThat(phone.locator("[role=status]")).containsText("您已接受方案");

        amy.isTooLate("这个任务已经完成或不存在了");

        assertThat(desk.complaint(number).stage()).isEqualTo(Stage.EXECUTING);
    }

    @Test
    void letters_on_the_page_are_read_in_the_tasklist_and_the_answer_comes_by_mail_and_on_the_page() {
        ComplaintNumber number = desk.recorded();
        Page phone = BROWSER.plainPhoneOf("customer", "zh-CN");
        phone.navigate(address(links.of(number.value()).orElseThrow().getPath()));
        writes(phone, "什么时候能处理好？");
        Tasklist amy = signIn(BROWSER.windowOf("amy"), "amy");
        FilledForm letters = amy.look(MY_GROUPS, number.value()).claim("阅读客户来信").says("什么时候能处理好？");
        writes(phone, "还有一瓶也漏了。");

        // The second letter came after the form was opened, so answering the first leaves it unread.
        letters.tick("答复客户").write("给客户的答复", "今天下班前给您方案。");
        amy.complete();
        amy.look(MINE, number.value());
        assertThat(desk.openTasks(number)).contains("ReadCustomerMessage");

        phone.reload();
        assertThat(phone.locator(".talk .ours")).containsText("今天下班前给您方案。");
        assertThat(phone.locator(".talk .mine")).hasCount(2);
    }

    /** Fills the form in as someone who takes their time. */
    private ComplaintNumber files(Page phone) {
        phone.setExtraHTTPHeaders(Map.of("X-Forwarded-For", "198.51.100." + (1 + Math.floorMod(email.hashCode(), 250))));
        phone.navigate(address("/portal"));
        ClockUtil.setCurrentTime(new Date(System.currentTimeMillis() + 60_000));
        phone.locator("#shop").fill("醉卿酒业旗舰店");
        phone.locator("#orderNumber").fill("TB-" + UUID.randomUUID());
        phone.locator("#description").fill("六瓶碎了两瓶，外箱是湿的。");
        phone.locator("#customerName").fill("王小明");
        phone.locator("#email").fill(email);
        press(phone, "提交投诉");
        return new ComplaintNumber(phone.locator(".number").textContent());
    }

    private static void writes(Page phone, String text) {
        phone.locator("#message-text").fill(text);
        press(phone, "发送留言");
        assertThat(phone.locator("[role=status]")).containsText("留言已收到");
    }

    private static void press(Page phone, String button) {
        phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
    }

    private String linkOfTheLastMail() throws MessagingException, IOException {
        Matcher link = LINK.matcher(lastMail());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    /** @return its plain text */
    private String lastMail() throws MessagingException, IOException {
        MimeMessage last = null;
        for (MimeMessage message : mail.getReceivedMessages()) {
            last = message.getAllRecipients()[0].toString().contains(email) ? message : last;
        }
        return (String) ((MimeMultipart) last.getContent()).getBodyPart(0).getContent();
    }

    private static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    }
}
