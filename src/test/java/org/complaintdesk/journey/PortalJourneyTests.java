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
import java.nio.file.Path;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.evidence.EvidenceFiles;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer with a phone files a complaint. */
@DeskTest
class PortalJourneyTests extends Journey {

    private static final Path PICTURES = Path.of("target", "journey", "portal");

    private final String email = "xiaoming-" + UUID.randomUUID() + "@example.com";

    @Autowired Complaints complaints;
    @Autowired EvidenceFiles evidence;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void customer_files_a_complaint_on_a_phone_with_scripts_or_without(boolean scripts) throws IOException {
        Page phone = scripts ? BROWSER.phoneOf("customer", "zh-CN") : BROWSER.plainPhoneOf("customer", "zh-CN");
        String order = "TB-" + UUID.randomUUID();
        open(phone, "/portal?shop=醉卿酒业旗舰店&order=" + order);
        assertThat(phone.locator("#shop")).hasValue("醉卿酒业旗舰店");
        assertThat(phone.locator("#orderNumber")).hasValue(order);

        // 1. Something is forgotten: the page says what, and has kept everything.
        phone.locator("#description").fill("六瓶碎了两瓶，外箱是湿的。");
        phone.getByText("补发或换货").click();
        phone.locator("#email").fill("xiaoming@");
        phone.locator("#files").setInputFiles(picture("破瓶.png"));
        if (scripts) {
            assertThat(phone.locator("#files-chosen canvas")).hasCount(1);
            assertThat(phone.locator("#files-chosen")).containsText("破瓶.png");
        }
        picture(phone, "filled", scripts);
        send(phone);
        assertThat(phone.locator("#summary")).isFocused();
        assertThat(phone.locator("#summary")).containsText("请告诉我们怎么称呼您");
        assertThat(phone.locator("#email-error")).containsText("邮箱地址不对");
        assertThat(phone.locator("#description")).hasValue("六瓶碎了两瓶，外箱是湿的。");
        assertThat(phone.locator("#email")).hasValue("xiaoming@");
        assertThat(phone.locator("input[value=REPLACEMENT]")).isChecked();
        assertThat(phone.locator(".files")).containsText("破瓶.png");
        assertThat(phone.locator(".files img")).hasCount(1);
        picture(phone, "problems", scripts);
        phone.locator("#summary a[href='#email']").click();
        assertThat(phone).hasURL(Pattern.compile(".*#email"));

        // 2. Put right, it is a complaint.
        phone.locator("#customerName").fill("王小明");
        phone.locator("#email").fill(email);
        send(phone);
        assertThat(phone.locator("h1")).hasText("我们收到了您的投诉");
        String number = phone.locator(".number").textContent();
        Complaint complaint = complaints.find(number).orElseThrow();
        assertThat(complaint.desiredOutcome()).isEqualTo("补发或换货");
        assertThat(evidence.of(number)).hasSize(1);
        picture(phone, "receipt", scripts);

        // 3. Reloading shows the same receipt; nothing but the form's own token was left in the browser.
        phone.reload();
        assertThat(phone.locator(".number")).hasText(number);
        assertThat(complaints.related(order, complaint.customerId())).hasSize(1);
        assertThat(phone.context().cookies()).extracting(cookie -> cookie.name).containsOnly("desk-form", "desk-filed");
    }

    @Test
    void what_was_typed_is_there_after_going_elsewhere_and_back() {
        Page phone = BROWSER.phoneOf("customer", "zh-CN");
        open(phone, "/portal");
        phone.locator("#description").fill("写了很多");
        phone.locator("footer a").click();
        assertThat(phone.locator("h1")).hasText("找回专属链接");
        phone.goBack();
        assertThat(phone.locator("#description")).hasValue("写了很多");
    }

    @Test
    void going_back_from_the_receipt_and_sending_again_is_the_same_complaint() {
        Page phone = BROWSER.phoneOf("customer", "en-US");
        open(phone, "/portal");
        fill(phone);
        send(phone);
        String number = phone.locator(".number").textContent();
        phone.goBack();
        assertThat(phone.locator("#description")).hasValue("Two of six bottles were broken. 😡");
        send(phone);
        assertThat(phone.locator(".number")).hasText(number);
    }

    @Test
    void form_whose_cookie_is_gone_comes_back_with_everything_and_can_be_sent() throws IOException {
        Page phone = BROWSER.plainPhoneOf("customer", "en-US");
        open(phone, "/portal");
        fill(phone);
        phone.locator("#files").setInputFiles(picture("broken.png"));
        phone.context().clearCookies();
        send(phone);
        assertThat(phone.locator("#summary")).containsText("nothing was sent yet");
        assertThat(phone.locator("#description")).hasValue("Two of six bottles were broken. 😡");
        assertThat(phone.locator(".files")).containsText("broken.png");
        send(phone);
        assertThat(phone.locator("h1")).hasText("We have received your complaint");
    }

    @Test
    void whoever_reads_no_chinese_reads_english_and_can_change_that() {
        Page phone = BROWSER.phoneOf("customer", "de-DE");
        open(phone, "/portal");
        assertThat(phone.locator("h1")).hasText("File a complaint");
        phone.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("中文")).click();
        assertThat(phone.locator("h1")).hasText("提交投诉");
        phone.navigate(address("/portal"));
        assertThat(phone.locator("h1")).hasText("提交投诉");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en-US"})
    void every_page_is_good_for_people_who_see_little_and_fits_a_phone(String language) throws IOException {
        Page phone = BROWSER.phoneOf("customer", language);
        walk(phone, language);
        phone.context().clearCookies();
        phone.setViewportSize(1440, 900);
        walk(phone, language + "-wide");
    }

    private void walk(Page page, String name) throws IOException {
        open(page, "/portal");
        check(page, name + "-form");
        page.locator("#files").setInputFiles(picture("a.png"));
        page.locator("#email").fill("x");
        send(page);
        assertThat(page.locator("#summary")).isVisible();
        check(page, name + "-problems");
        fill(page);
        send(page);
        assertThat(page.locator(".number")).isVisible();
        check(page, name + "-receipt");
        page.locator("footer a").click();
        check(page, name + "-link");
        send(page);
        assertThat(page.locator("#number-error")).isVisible();
        check(page, name + "-link-problems");
        page.locator("#number").fill("C-20261121-999999");
        page.locator("#email").fill("nobody@example.com");
        send(page);
        assertThat(page.locator("#summary")).hasCount(0);
        check(page, name + "-link-sent");
        page.navigate(address("/portal/receipt/" + UUID.randomUUID()));
        check(page, name + "-no-receipt");
    }

    @Test
    void keyboard_goes_through_the_form_from_top_to_bottom() {
        Page window = BROWSER.windowOf("customer");
        open(window, "/portal");
        StringBuilder order = new StringBuilder();
        for (int i = 0; i < 26; i++) {
            window.keyboard().press("Tab");
            order.append(window.evaluate("document.activeElement.name || document.activeElement.className || document.activeElement.tagName")).append(' ');
        }
        assertThat(order.toString()).startsWith("skip home A shop orderNumber description occurredOn ")
                .contains("wishes wishes wishes wishes wishes wishText customerName email phone platformId files button")
                .doesNotContain("website");
    }

    private void check(Page page, String name) {
        Accessibility.isGood(page);
        Accessibility.fits(page);
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
    }

    private static void picture(Page phone, String name, boolean scripts) {
        phone.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + (scripts ? "" : "-plain") + ".png")));
    }

    /** Opens the form as someone who then takes their time. */
    private void open(Page page, String path) {
        page.setExtraHTTPHeaders(Map.of("X-Forwarded-For", "198.51.100." + (1 + Math.abs(UUID.randomUUID().hashCode() % 250))));
        page.navigate(address(path));
        ClockUtil.setCurrentTime(new Date(System.currentTimeMillis() + 60_000));
    }

    private void fill(Page page) {
        page.locator("#shop").fill("Zuiqing Flagship Store");
        page.locator("#description").fill("Two of six bottles were broken. 😡");
        page.locator("#customerName").fill("Ming");
        page.locator("#email").fill(email);
    }

    private static void send(Page page) {
        page.locator("form .button").click();
    }

    private static FilePayload picture(String name) throws IOException {
        BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color((int) (Math.random() * 0xFFFFFF)));
        pen.fillRect(0, 0, 640, 480);
        pen.setColor(Color.WHITE);
        pen.fillOval(220, 140, 200, 200);
        pen.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return new FilePayload(name, "image/png", png.toByteArray());
    }
}
