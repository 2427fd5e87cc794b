package org.complaintdesk.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.deadline.CaseTraits;
import org.complaintdesk.deadline.ClockKey;
import org.complaintdesk.deadline.ClockName;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A supervisor in a browser: from the list of deadlines to why a time is what it is, and to the calendar. */
@DeskTest
class DeadlineJourneyTests extends Journey {

    private static final Path PICTURES = Path.of("target", "journey");

    @Autowired CaseDriver desk;
    @Autowired CaseClocks clocks;

    @Test
    void supervisor_finds_a_clock_asks_why_wonders_and_sets_a_new_time() {
        ComplaintNumber number = desk.recorded();
        clocks.start(ClockKey.of(number.value(), ClockName.SETTLEMENT), new CaseTraits(null, null, "EMAIL", "醉卿酒业旗舰店"), Instant.now(),
                "system", "RECEIVED");
        Page window = BROWSER.windowOf("sue");
        signIn(window, "sue");

        window.navigate(address("/cases/" + number));
        assertThat(window.locator("#clocks")).containsText("解决投诉");
        isGood(window, "case");
        window.locator("#clocks").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("查看时限台账与依据")).click();
        assertThat(window.locator("#SETTLEMENT")).containsText("起计时");
        isGood(window, "ledger");

        window.getByLabel("如果时限改为").fill("48 小时");
        window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("试算")).click();
        assertThat(window.locator("#what-if table")).containsText("晚");
        isGood(window, "what-if");

        window.setViewportSize(390, 844);
        window.locator("#SETTLEMENT").getByText("更正与延期").click();
        Locator promise = window.locator("#SETTLEMENT form").first();
        promise.getByLabel("新的到期时间").fill(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm")
                .format(LocalDateTime.now(ZoneId.of("Asia/Shanghai")).plusDays(3)));
        promise.getByLabel("原因").fill("客户出差，三天后回来");
        isGood(window, "correct");
        promise.getByRole(AriaRole.BUTTON).click();
        assertThat(window.getByRole(AriaRole.STATUS)).containsText("已记录");
        assertThat(window.locator("#SETTLEMENT")).containsText("到期时间由人约定");
        isGood(window, "corrected");
    }

    @Test
    void supervisor_looks_through_the_lists_and_at_next_years_holidays() {
        Page window = BROWSER.windowOf("sue");
        signIn(window, "sue");
        window.navigate(address("/deadlines"));
        for (String list : new String[] {"已超期", "错过首次响应", "暂停中", "延误的提醒", "进行中"}) {
            window.locator(".counted a", new Page.LocatorOptions().setHasText(list)).click();
            assertThat(window.locator(".counted [aria-current]")).containsText(list);
            isGood(window, "list");
        }

        window.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("工作日历")).click();
        assertThat(window.locator(".months table")).hasCount(12);
        isGood(window, "calendar");
        window.setViewportSize(390, 844);
        isGood(window, "calendar-phone");

        upload(window, "2031.yaml", "明年放假三天");
        assertThat(window.getByRole(AriaRole.ALERT)).containsText("看不懂");
        isGood(window, "calendar-refused");
        upload(window, "2031.yaml", """
                year: 2031
                notice: 国务院办公厅关于2031年部分节假日安排的通知
                published: 2030-11-04
                holidays:
                  - {name: 元旦, from: 2031-01-01, to: 2031-01-01, days: 1, workdays: []}
                """);
        assertThat(window.locator("h1")).hasText("核对 2031 年放假安排");
        isGood(window, "calendar-preview");
    }

    private static void upload(Page window, String name, String content) {
        window.getByLabel("放假安排文件（YAML）").setInputFiles(new FilePayload(name, "application/yaml", content.getBytes(StandardCharsets.UTF_8)));
        window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("上传并核对")).click();
    }

    private static void isGood(Page window, String picture) {
        window.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve("deadline-" + picture + ".png")));
        Accessibility.isGood(window);
        Accessibility.fits(window);
    }
}
