package org.complaintdesk.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.customer.Customer;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The customer file in a browser: an agent looks somebody up, a supervisor merges, hands out and erases. */
@DeskTest
class CustomerFileJourneyTests extends Journey {

    private static final Path PICTURES = Path.of("target", "journey");

    @Autowired CaseDriver desk;
    @Autowired Customers customers;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String phone = "139" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
    private final Contact contact = new Contact("欧阳" + mark, mark + "@customer.example", phone, "tb_" + mark);

    @Test
    void agent_finds_a_customer_sees_the_phone_for_a_reason_and_enters_an_order() {
        ComplaintNumber number = desk.arrives(new NewComplaint("醉卿酒业旗舰店", Channel.TMALL, null, "TB" + phone, null,
                "收到的酒瓶破损，酒都漏光了。", null, null, contact));
        Page window = BROWSER.windowOf("amy");
        signIn(window, "amy");

        window.navigate(address("/customers"));
        window.getByRole(AriaRole.SEARCHBOX).fill(phone.substring(7));
        window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("查找")).click();
        isAccessible(window, "list");
        window.locator("a.name", new Page.LocatorOptions().setHasText("欧阳" + mark)).click();
        assertThat(window.locator("#contact")).containsText("139****" + phone.substring(7));
        assertThat(window.locator("body")).containsText(number.value());
        isAccessible(window, "file");

        window.locator("#contact").getByLabel("查看原因").fill("回电核对地址");
        window.locator("#contact").getByRole(AriaRole.BUTTON).click();
        assertThat(window.getByLabel("联系电话")).hasValue(phone);
        isAccessible(window, "unmasked");

        window.setViewportSize(390, 844);
        window.getByText("添加订单").click();
        window.locator("#orders").getByLabel("订单号").fill("TB" + phone);
        window.locator("#orders").getByLabel("店铺").fill("醉卿酒业旗舰店");
        window.locator("#orders").getByLabel("订单实付金额").fill("很多");
        window.locator("#orders").getByRole(AriaRole.BUTTON).click();
        assertThat(window.getByRole(AriaRole.ALERT)).containsText("金额");
        assertThat(window.locator("#orders").getByLabel("订单号")).hasValue("TB" + phone);
        window.locator("#orders").getByLabel("订单实付金额").fill("399");
        window.locator("#orders").getByRole(AriaRole.BUTTON).click();
        assertThat(window.locator("#orders td").first()).hasText("TB" + phone);
        assertThat(window.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        isAccessible(window, "phone");
    }

    @Test
    void supervisor_merges_two_files_hands_one_out_and_erases_it() {
        Customer customer = customers.register(contact);
        Customer other = customers.register(new Contact("小欧", null, phone, null));
        Page window = BROWSER.windowOf("sue");
        signIn(window, "sue");

        window.navigate(address("/customers/" + customer.id()));
        window.locator("li a.badge", new Page.LocatorOptions().setHasText("对照")).click();
        isAccessible(window, "merge");
        window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("确认合并")).click();
        assertThat(window.locator("#contact")).containsText("小欧");
        window.navigate(address("/customers/" + other.id()));
        assertThat(window).hasURL(address("/customers/" + customer.id()));
        isAccessible(window, "supervisor");

        Download archive = window.waitForDownload(() ->
                window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("导出个人信息")).click());
        assertThat(archive.suggestedFilename()).isEqualTo("customer-" + customer.id() + ".zip");

        window.setViewportSize(390, 844);
        window.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("删除个人信息")).click();
        isAccessible(window, "erase");
        window.getByLabel("请输入档案编号 " + customer.id() + " 以确认").fill(String.valueOf(customer.id()));
        window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("删除")).click();
        assertThat(window.locator(".warning")).containsText("个人信息已于");
        assertThat(customers.byId(customer.id()).isErased()).isTrue();
        isAccessible(window, "erased");
    }

    private static void isAccessible(Page window, String picture) {
        window.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve("customer-" + picture + ".png")));
        Stream<String> broken = new AxeBuilder(window).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa")).analyze()
                .getViolations().stream().map(rule -> rule.getId() + ": " + rule.getNodes());
        assertThat(broken).isEmpty();
    }
}
