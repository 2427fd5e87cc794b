package org.complaintdesk.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Files of a case, as an agent works with them: the form in Tasklist leads to the page, the page takes them. */
@DeskTest
class EvidenceJourneyTests extends Journey {

    private static final FilePayload WEB_PAGE = new FilePayload("发票.jpg", "image/jpeg",
            "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8));

    @Autowired CaseDriver desk;

    @Test
    void agent_follows_the_link_in_a_form_and_adds_photos_at_the_desk_and_on_the_phone() throws IOException {
        ComplaintNumber number = desk.recorded();
        Page window = BROWSER.windowOf("amy");
        signIn(window, "amy").look(MY_GROUPS, number.value()).claim("诊断问题")
                .links("凭证与上传", "/cases/" + number + "/evidence", "凭证与文件");

        window.navigate(address("/cases/" + number + "/evidence"));
        assertThat(window.locator(".empty")).hasText("还没有文件。");
        isAccessible(window);

        upload(window, "瓶口破损", photo("破损.jpg", Color.RED), photo("外箱.jpg", Color.BLUE));
        assertThat(window.getByRole(AriaRole.STATUS)).hasText("已保存 2 个文件。");
        assertThat(window.locator(".tile")).hasCount(2);
        assertThat(window.locator(".tile").first()).containsText("艾米");
        for (Locator picture : window.locator(".tile img").all()) {
            assertThat(picture.evaluate("picture => picture.decode().then(() => picture.naturalWidth)")).isEqualTo(480);
        }
        isAccessible(window);

        window.setViewportSize(390, 844);
        upload(window, "客户寄来的发票", WEB_PAGE);
        assertThat(window.getByRole(AriaRole.ALERT)).containsText("“发票.jpg”不是可以接收的文件，没有保存。");
        assertThat(window.getByLabel("说明（拍的是什么）")).hasValue("客户寄来的发票");
        assertThat(window.locator(".tile")).hasCount(2);
        assertThat(window.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        isAccessible(window);

        Download saved = window.waitForDownload(() -> window.getByLabel("下载 破损.jpg").click());
        assertThat(saved.suggestedFilename()).isEqualTo("破损.jpg");
        Page opened = window.waitForPopup(() -> window.locator(".tile a.picture").first().click());
        assertThat(opened).hasURL(Pattern.compile("/evidence/[0-9a-f-]{36}$"));
        assertThat(opened.locator("img")).hasCount(1);

        window.setViewportSize(1440, 900);
        window.navigate(address("/cases/" + number));
        assertThat(window.locator(".tiles .tile")).hasCount(2);
        isAccessible(window);
    }

    private static void upload(Page window, String note, FilePayload... files) {
        window.getByLabel("选择文件（可以多选）").setInputFiles(files);
        window.getByLabel("说明（拍的是什么）").fill(note);
        window.locator("button.button").click();
        // With its style sheet: widths are measured.
        window.waitForLoadState();
    }

    private static void isAccessible(Page window) {
        List<Rule> broken = new AxeBuilder(window).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa")).analyze().getViolations();
        assertThat(broken.stream().map(rule -> rule.getId() + ": " + rule.getNodes())).isEmpty();
    }

    private static FilePayload photo(String name, Color color) throws IOException {
        BufferedImage picture = new BufferedImage(1_200, 900, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(color);
        pen.fillRect(200, 200, 800, 500);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", out);
        return new FilePayload(name, "image/jpeg", out.toByteArray());
    }
}
