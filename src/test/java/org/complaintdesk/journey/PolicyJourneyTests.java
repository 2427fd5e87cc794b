package org.complaintdesk.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A supervisor who is no programmer raises the limit of the agents, makes a mistake, tries it, publishes it and goes back. */
@DeskTest
class PolicyJourneyTests extends Journey {

    private static final Path PICTURES = Path.of("target", "journey");

    @Autowired CaseDriver desk;
    @Autowired RepositoryService repository;
    @Autowired JdbcClient jdbc;

    @AfterEach
    void the_softwares_table_is_in_force_again() {
        repository.createDeploymentQuery().deploymentSource("house").list().forEach(each -> repository.deleteDeployment(each.getId(), true));
        jdbc.sql("delete from policy_draft").update();
        jdbc.sql("delete from policy_version where who <> 'system'").update();
    }

    @Test
    void supervisor_changes_a_limit_and_regrets_it() {
        desk.recorded();
        Page window = BROWSER.windowOf("sue");
        signIn(window, "sue");
        window.navigate(address("/"));
        window.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("打开规则表")).click();
        isGood(window, "list");
        link(window, "方案是否需要主管审批");
        isGood(window, "table");
        button(window, "修改这张表");
        isGood(window, "draft");

        window.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("编辑第 6 行").setExact(true)).click();
        isGood(window, "edit");
        Locator row = window.locator("form.rule");
        row.locator("[name='in1.low']").fill("两百");
        row.getByText("保存这一行").click();
        assertThat(row.getByRole(AriaRole.ALERT)).containsText("不是数字");
        isGood(window, "mistake");
        row.locator("[name='in1.how']").selectOption("MORE");
        row.locator("[name='in1.low']").fill("200");
        row.getByText("保存这一行").click();
        window.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("编辑第 7 行").setExact(true)).click();
        window.locator("form.rule [name='in1.high']").fill("200");
        window.locator("form.rule").getByText("保存这一行").click();
        assertThat(window.locator("#findings")).containsText("检查通过");
        isGood(window, "changed");

        link(window, "2 试用");
        button(window, "试最近 50 个");
        isGood(window, "trial-cases");
        window.locator("#typed select").first().selectOption("REFUND");
        window.getByLabel("金额（元，含重新打开前已付）", new Page.GetByLabelOptions().setExact(true)).fill("150");
        button(window, "看结果");
        assertThat(window.locator("#typed [role=status]")).containsText("须审批");
        isGood(window, "trial-typed");

        link(window, "3 发布");
        assertThat(window.locator(".differences")).containsText("大于 200");
        window.locator("[name=note]").fill("双十一期间放宽到 200 元");
        isGood(window, "publish");
        window.locator("main form.sheet").getByRole(AriaRole.BUTTON).click();
        assertThat(window.locator("main .done")).containsText("已发布");
        isGood(window, "published");

        window.locator("#versions").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("与现行版本比较")).first().click();
        assertThat(window.locator(".differences")).containsText("大于 100");
        isGood(window, "compared");
        window.goBack();
        window.locator("#versions li").nth(1).getByRole(AriaRole.LINK).first().click();
        button(window, "恢复到这个版本…");
        assertThat(window.locator("[name=note]")).hasValue(Pattern.compile("恢复到第 \\d+ 版"));
        isGood(window, "back");
        window.locator("main form.sheet").getByRole(AriaRole.BUTTON).click();
        assertThat(window.locator("table.rules")).containsText("大于 100");
    }

    private static void link(Page window, String name) {
        window.locator("main").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name)).first().click();
    }

    private static void button(Page window, String name) {
        window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first().click();
    }

    private static void isGood(Page window, String picture) {
        window.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve("policy-" + picture + ".png")));
        Accessibility.isGood(window);
        Accessibility.fits(window);
    }
}
