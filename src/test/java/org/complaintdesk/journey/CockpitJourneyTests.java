package org.complaintdesk.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A supervisor in Cockpit: how the complaints stand, a case on its diagram, the way of a finished one, and where cases stay. */
@DeskTest
class CockpitJourneyTests extends Journey {

    private static final Path PICTURES = Path.of("target", "journey");

    @Autowired CaseDriver desk;
    @Autowired JdbcClient jdbc;

    @Test
    void supervisor_sees_how_the_desk_stands_and_where_cases_have_been() {
        ComplaintNumber open = desk.diagnosed();
        ComplaintNumber finished = desk.settled();
        desk.timePasses(finished, Duration.ofDays(3));
        desk.complete(finished, "FollowUpCustomer", "satisfied", "YES", "score", 5);
        Page window = BROWSER.windowOf("sue");
        signIn(window, "sue");

        cockpit(window, "/dashboard");
        Locator figures = window.locator(".insight-dashboard");
        assertThat(figures.locator("[data-figure=DIAGNOSING]")).hasAttribute("href", "/cases?stage=DIAGNOSING");
        assertThat(figures.locator("[data-figure]")).hasCount(15);
        shot(window, "dashboard");
        Accessibility.isGood(window, ".insight-dashboard");

        cockpit(window, "/process-instance/" + instance(open) + "/runtime?tab=complaint-case");
        assertThat(window.locator(".insight-case")).containsText(open.value());
        assertThat(window.locator(".insight-case")).containsText("解决投诉");
        assertThat(window.locator("[data-element-id=DiagnoseProblem].insight-been")).hasCount(1);
        shot(window, "instance");
        Accessibility.isGood(window, ".insight-case");

        cockpit(window, "/insight/finished");
        window.getByLabel("案件编号或订单号").fill(finished.value());
        window.getByLabel("案件编号或订单号").press("Enter");
        window.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(finished.value())).click();
        assertThat(window.locator("[data-element-id=ConfirmRefund].insight-been")).hasCount(1);
        assertThat(window.locator("[data-element-id=MediateDispute].insight-been")).hasCount(0);
        assertThat(window.locator(".djs-connection.insight-taken").first()).isVisible();
        shot(window, "way");
        Accessibility.isGood(window, ".insight-page");

        window.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("停留与堵点")).click();
        Locator standing = window.locator("tr", new Page.LocatorOptions().setHasText("制定解决方案")).getByRole(AriaRole.LINK);
        standing.press("Enter");
        assertThat(window.locator("#standing")).containsText("制定解决方案");
        assertThat(window.getByText(open.value())).isVisible();
        assertThat(window.locator(".djs-overlay .insight-standing").first()).isVisible();
        shot(window, "stays");
        Accessibility.isGood(window, ".insight-page");
    }

    private void cockpit(Page window, String page) {
        window.navigate(address("/camunda/app/cockpit/default/#" + page));
    }

    private String instance(ComplaintNumber number) {
        return jdbc.sql("select proc_inst_id_ from act_hi_procinst where business_key_ = ? and proc_def_key_ = 'complaint-handling'")
                .param(number.value()).query(String.class).single();
    }

    private static void shot(Page window, String picture) {
        window.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("cockpit-" + picture + ".png")));
    }
}
