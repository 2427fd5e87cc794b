package org.complaintdesk.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Stage;
import org.complaintdesk.customer.CaseLinks;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A customer follows a case by the private link, on a phone or at a desk. */
@DeskTest
class TrackJourneyTests extends Journey {

    private static final Path PICTURES = Path.of("target", "journey", "track");

    @Autowired CaseDriver desk;
    @Autowired CaseLinks links;
    @Autowired JdbcClient jdbc;

    @Test
    void customer_without_scripts_declines_writes_accepts_and_rates() throws IOException {
        ComplaintNumber number = desk.diagnosed();
        desk.propose(number, "PARTIAL_REFUND", 20);
        Page phone = BROWSER.plainPhoneOf("customer", "zh-CN");
        phone.navigate(page(number));
        assertThat(phone.locator("h1")).hasText("轮到您了");

        // 1. Not like this: the page asks what instead, and keeps what was typed.
        phone.getByText("不接受，或有别的想法").click();
        phone.locator("#decline-reason").fill("六瓶碎了两瓶，二十元不够");
        phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提交").setExact(true)).click();
        assertThat(phone.locator("#decline-wish-error")).hasText("请选择您希望怎么办。");
        assertThat(phone.locator("#decline-reason")).hasValue("六瓶碎了两瓶，二十元不够");
        phone.getByText("我想换一种处理方式").click();
        phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提交").setExact(true)).click();
        assertThat(phone.locator("[role=status]")).containsText("您的想法已收到");
        assertThat(phone.locator("h1")).hasText("我们正在处理");

        // 2. A message with a photo; one file is refused, the rest stays.
        phone.locator("#message-text").fill("补一张照片");
        phone.locator("#message-files").setInputFiles(new FilePayload[] {picture("碎瓶.png"),
                new FilePayload("清单.exe", "image/png", "MZ program".getBytes(StandardCharsets.UTF_8))});
        phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("发送留言")).click();
        assertThat(phone.locator("#message-files-error")).containsText("清单");
        assertThat(phone.locator("#message-text")).hasValue("补一张照片");
        shoot(phone, "message-problem");
        phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("发送留言")).click();
        assertThat(phone.locator(".talk .mine")).containsText("补一张照片");
        assertThat(phone.locator(".talk .mine img")).hasCount(1);

        // 3. The cookie is gone: nothing typed is.
        phone.locator("#message-text").fill("还有一句");
        phone.context().clearCookies();
        phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("发送留言")).click();
        assertThat(phone.locator("#summary")).containsText("请再提交一次");
        assertThat(phone.locator("#message-text")).hasValue("还有一句");
        phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("发送留言")).click();
        assertThat(phone.locator(".talk .mine")).hasCount(2);

        // 4. Accepted, and on another page that is still open accepted once more.
        desk.propose(number, "REFUND", 99);
        phone.navigate(page(number));
        Page other = BROWSER.plainPhoneOf("tablet", "zh-CN");
        other.navigate(page(number));
        phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("接受这个方案")).click();
        assertThat(phone.locator("[role=status]")).containsText("您已接受方案");
        other.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("接受这个方案")).click();
        assertThat(other.locator("[role=status]")).containsText("这一步之前已经完成");
        assertThat(desk.complaint(number).stage()).isEqualTo(Stage.EXECUTING);

        // 5. Done, rated.
        desk.complete(number, "ExecuteSolution", "executionNote", "已在后台提交退款", "executionReference", "RF-1");
        desk.complete(number, "ConfirmRefund", "refundOutcome", "PAID", "refundAmount", 99, "refundReference", "FIN-1");
        phone.navigate(page(number));
        phone.getByText("解决了", new Page.GetByTextOptions().setExact(true)).click();
        phone.locator("#rate-score-5").check();
        phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提交评价")).click();
        assertThat(phone.locator("[role=status]")).containsText("谢谢您的评价");
    }

    @ParameterizedTest
    @CsvSource({"zh-CN", "en-US"})
    void every_state_is_good_for_people_who_see_little_and_fits_phone_and_desk(String language) throws IOException {
        Page page = BROWSER.phoneOf("customer", language);
        ComplaintNumber number = desk.recorded();
        look(page, number, language, "examining");
        desk.complete(number, "DiagnoseProblem", "nextStep", "EVIDENCE", "category", "DAMAGED_IN_TRANSIT", "severity", "P2",
                "responsibleParty", "COURIER", "priority", 60, "evidenceWanted", "请拍外箱六个面和碎瓶的照片");
        look(page, number, language, "evidence");
        page.locator("#evidence-text").fill("外箱湿了一角");
        page.locator("#evidence-files").setInputFiles(new FilePayload[] {picture("外箱.png"), picture("一个名字非常非常长的碎瓶照片文件.png")});
        page.locator("section:has(#evidence) button").click();
        look(page, number, language, "evidence-sent");
        desk.diagnose(number);
        desk.propose(number, "REFUND", 99);
        look(page, number, language, "proposal");
        page.locator("section:has(#offer) summary").click();
        page.locator("section:has(#offer) details button").click();
        assertThat(page.locator("#summary")).isVisible();
        check(page, language + "-decline-problem");
        desk.complete(number, "RecordCustomerAnswer", "answer", "ACCEPTED");
        look(page, number, language, "executing");
        desk.complete(number, "ExecuteSolution", "executionNote", "已在后台提交退款", "executionReference", "RF-1");
        desk.complete(number, "ConfirmRefund", "refundOutcome", "PAID", "refundAmount", 99, "refundReference", "FIN-1");
        look(page, number, language, "following-up");
        page.locator("input[name=solved][value=yes]").check();
        page.locator("#rate-score-4").check();
        page.locator("section:has(#rate) button").click();
        look(page, number, language, "rated");

        ComplaintNumber ended = desk.recorded();
        page.navigate(page(ended));
        page.locator("details.grave summary").click();
        check(page, language + "-withdraw");
        page.locator("details.grave button").click();
        look(page, ended, language, "closed");
        jdbc.sql("update complaint set closed_at = now() - interval '100 days' where number = ?").param(ended.value()).update();
        look(page, ended, language, "expired");
        page.navigate(address("/track/AAAAAAAAAAAAAAAAAAAAAA"));
        check(page, language + "-unknown");
        page.navigate(address(links.stopSurveys(number.value()).orElseThrow().toString().substring("http://localhost:8080".length())));
        check(page, language + "-surveys");
    }

    @Test
    void language_is_chosen_on_the_page() {
        ComplaintNumber number = desk.recorded();
        Page phone = BROWSER.phoneOf("customer", "zh-CN");
        phone.navigate(page(number));
        phone.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("English")).click();
        assertThat(phone.locator("h1")).hasText("We are working on it");
        phone.navigate(page(number));
        assertThat(phone.locator("h1")).hasText("We are working on it");
    }

    private void look(Page page, ComplaintNumber number, String language, String state) {
        page.navigate(page(number));
        check(page, language + "-" + state);
        page.setViewportSize(1280, 900);
        check(page, language + "-" + state + "-wide");
        page.setViewportSize(375, 812);
    }

    private void check(Page page, String name) {
        Accessibility.isGood(page);
        Accessibility.fits(page);
        shoot(page, name);
    }

    private static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    }

    private String page(ComplaintNumber number) {
        return address(links.of(number.value()).orElseThrow().getPath());
    }

    private static FilePayload picture(String name) throws IOException {
        BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(UUID.randomUUID().hashCode() & 0xFFFFFF));
        pen.fillRect(0, 0, 640, 480);
        pen.setColor(Color.WHITE);
        pen.fillOval(220, 140, 200, 200);
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return new FilePayload(name, "image/png", png.toByteArray());
    }
}
