package org.complaintdesk.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The case file in a browser: a supervisor finds a case, keeps the list, reads the story and hands the file out. */
@DeskTest
class CaseFileJourneyTests extends Journey {

    @Autowired CaseDriver desk;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @Test
    void supervisor_finds_a_case_by_two_characters_keeps_the_list_and_hands_the_file_out() {
        ComplaintNumber number = desk.recorded(new NewComplaint("店" + mark, Channel.TMALL, null, "TB" + mark, null,
                "收到的手机屏幕碎裂，开机没有反应。", null, "换货", new Contact("欧阳" + mark, mark + "@customer.example", "13912345678", null)));
        Page window = BROWSER.windowOf("sue");
        signIn(window, "sue");

        window.navigate(address("/cases"));
        Accessibility.isGood(window);
        window.getByText("更多条件").click();
        window.getByLabel("店铺", new Page.GetByLabelOptions().setExact(true)).fill("店" + mark);
        window.getByRole(AriaRole.SEARCHBOX).fill("碎裂");
        window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("查找")).click();
        assertThat(window.getByRole(AriaRole.STATUS).first()).hasText("共 1 件");
        assertThat(window.locator("table .excerpt")).containsText("屏幕碎裂");

        window.getByText("保存和管理视图").click();
        window.getByLabel("视图名称").fill("碎屏 " + mark);
        window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("保存当前条件")).click();
        assertThat(window.locator(".views .chosen")).hasText("碎屏 " + mark);
        Accessibility.isGood(window);
        Download list = window.waitForDownload(() -> window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("导出 CSV")).click());
        assertThat(list.suggestedFilename()).endsWith(".csv");

        window.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(number.value())).click();
        assertThat(window.locator("#summary")).containsText("诊断");
        Accessibility.isGood(window);
        Download file = window.waitForDownload(() -> window.getByText("下载对外档案").click());
        assertThat(file.suggestedFilename()).isEqualTo(number + ".pdf");

        window.setViewportSize(390, 844);
        Accessibility.fits(window);
        Accessibility.isGood(window);
        window.navigate(address("/cases?q=碎裂&shop=店" + mark));
        Accessibility.fits(window);
        window.navigate(address("/cases?q=没有这样的词"));
        assertThat(window.locator(".empty")).containsText("没有符合条件的投诉");
        Accessibility.isGood(window);
    }
}
