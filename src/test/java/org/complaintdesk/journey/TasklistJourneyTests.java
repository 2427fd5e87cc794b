package org.complaintdesk.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A day in Tasklist: the right list first, several tasks at once, the case file beside them, the keyboard, one language. */
@DeskTest
class TasklistJourneyTests extends Journey {

    /** What stays as it is in every language: names, numbers, our own and the engine's ids. */
    private static final Pattern FOREIGN = Pattern.compile("[A-Za-z]{2,}");
    private static final Pattern FREE = Pattern.compile("Asia/Shanghai|Alt|Ctrl|Enter|[CR]-\\d{8}-\\d{6}|[\\w*.]+@[\\w*.]+|TB\\d+|[PRS]\\d|ID");

    @Autowired CaseDriver desk;
    @Autowired TaskService tasks;

    @Test
    void agent_claims_two_tasks_at_once_gives_one_back_and_sees_the_numbers_follow() {
        ComplaintNumber first = desk.recorded();
        ComplaintNumber second = desk.recorded();
        Page window = BROWSER.windowOf("amy");
        Tasklist amy = signIn(window, "amy");
        assertThat(count(window, MINE)).hasText(Pattern.compile("\\d+"));
        int had = Integer.parseInt(count(window, MINE).textContent());

        amy.look(MY_GROUPS, first.value());
        choose(window, "诊断问题", first);
        assertThat(window.locator(".desk-several .chosen")).hasText("已选 1 个任务");
        press(window, "认领");
        assertThat(window.locator(".desk-result li")).containsText("已认领");
        assertThat(count(window, MINE)).hasText(String.valueOf(had + 1));

        amy.look(MY_GROUPS, second.value());
        choose(window, "诊断问题", second);
        tasks.setAssignee(desk.task(second, "DiagnoseProblem").getId(), "sue");
        press(window, "认领");
        assertThat(window.locator(".desk-result li")).containsText("已由苏姐认领");

        amy.look(MINE, first.value());
        choose(window, "诊断问题", first);
        press(window, "放回本组");
        assertThat(window.locator(".desk-result li")).containsText("已放回本组");
        assertThat(count(window, MINE)).hasText(String.valueOf(had));
        assertThat(tasks.createTaskQuery().taskId(desk.task(first, "DiagnoseProblem").getId()).singleResult().getAssignee()).isNull();
    }

    @Test
    void case_file_opens_beside_the_task_from_the_list_and_from_its_head() {
        ComplaintNumber number = desk.recorded();
        Page window = BROWSER.windowOf("amy");
        Tasklist amy = signIn(window, "amy").look(MY_GROUPS, number.value());

        Page fromList = window.waitForPopup(() -> window.locator(".tasks-list .desk-case").first().click());
        assertThat(fromList.locator("h1")).hasText(number.value());
        amy.open("诊断问题");
        Page fromHead = window.waitForPopup(() -> window.locator(".task-details .desk-case a").click());
        assertThat(fromHead.locator("h1")).hasText(number.value());
        assertThat(window.locator(".fjs-container")).isVisible();
    }

    @Test
    void whole_task_is_done_by_keyboard_even_with_an_input_method_on() {
        ComplaintNumber number = desk.recorded();
        Page window = BROWSER.windowOf("amy");
        signIn(window, "amy").look(MY_GROUPS, number.value());
        assertThat(window.locator(".tasks-list li.task")).hasCount(1);

        window.keyboard().press("Alt+ArrowDown");
        assertThat(window.locator(".fjs-container")).isVisible();
        Locator claim = window.locator("button[ng-click='claim()']");
        assertThat(claim).isVisible();
        window.keyboard().press("Alt+c");
        assertThat(claim).isHidden();
        assertThat(window.locator(".disabled-form")).hasCount(0);

        Locator cause = window.locator(".fjs-container textarea").first();
        cause.pressSequentially("快递分拣时摔落");
        composing(cause, "Enter", true);
        assertThat(window.locator(".fjs-container")).isVisible();
        cause.press("Tab");
        assertThat(window.locator(".task-card button[ng-click='complete()']")).isEnabled();
        cause.press("End");
        cause.pressSequentially("。仓库已确认");
        window.waitForResponse(answer -> answer.url().endsWith("/submit-form"), () -> window.keyboard().press("Control+Enter"));
        assertThat(window.locator(".fjs-container")).hasCount(0);
        assertThat(desk.isOpen(number, "ProposeSolution")).isTrue();
        assertThat(desk.complaint(number).diagnosis().rootCause()).as("with what was typed last").isEqualTo("快递分拣时摔落。仓库已确认");
    }

    @Test
    void form_that_is_complete_with_the_last_word_typed_is_sent_at_once() {
        ComplaintNumber number = desk.recorded();
        tasks.setAssignee(desk.task(number, "DiagnoseProblem").getId(), "amy");
        Page window = BROWSER.windowOf("amy");
        signIn(window, "amy").look(MINE, number.value()).open("诊断问题");
        Locator cause = window.locator(".fjs-container textarea").first();
        String typed = "快递分拣时摔落";

        // A form that has just been opened is drawn once more, and may drop what was typed before.
        do {
            cause.fill("");
            cause.pressSequentially(typed);
        } while (!cause.inputValue().equals(typed));
        window.waitForResponse(answer -> answer.url().endsWith("/submit-form"), () -> window.keyboard().press("Control+Enter"));

        assertThat(window.locator(".fjs-container")).hasCount(0);
        assertThat(desk.complaint(number).diagnosis().rootCause()).isEqualTo(typed);
    }

    @Test
    void each_role_begins_with_its_own_list_and_the_most_urgent_task() {
        Page suesWindow = BROWSER.windowOf("sue");
        signIn(suesWindow, "sue");
        assertThat(suesWindow.locator(".task-filter.active .name")).containsText(Pattern.compile("已升级|全部超期|即将到期|全部任务"));
        assertThat(suesWindow.locator(".sorting-choice .sort-by")).hasText(new String[] {"优先级", "截止时间"});

        Page faysWindow = BROWSER.windowOf("fay");
        signIn(faysWindow, "fay");
        assertThat(faysWindow.locator(".task-filter")).hasCount(3);
        assertThat(faysWindow.locator(".task-filter.active .name")).containsText(Pattern.compile("我组的待办|我的任务"));
    }

    @Test
    void a_chinese_desk_is_chinese_in_an_english_browser_too() {
        ComplaintNumber number = desk.recorded();
        Page window = BROWSER.windowOf("amy", "en-US");
        window.navigate(address("/camunda/app/tasklist/default/"));
        assertThat(window.locator(".login-logo")).hasText("投诉处理台");
        everythingIsChinese(window);

        Tasklist amy = signIn(window, "amy").look(MY_GROUPS, number.value());
        amy.open("诊断问题");
        assertThat(window.locator(".fjs-container")).isVisible();
        everythingIsChinese(window);
        for (Locator tab : window.locator(".task-card .nav-tabs a").all()) {
            tab.click();
            everythingIsChinese(window);
        }
        window.keyboard().press("Alt+Slash");
        assertThat(window.locator(".modal-content")).containsText("完成当前任务");
        everythingIsChinese(window);
        window.locator(".modal-content .btn-link").click();
        assertThat(window.locator(".modal-content")).hasCount(0);

        amy.begin("差评处理");
        Locator date = window.locator(".modal-content .flatpickr-input").first();
        assertThat(date).hasAttribute("placeholder", "年/月/日");
        date.click();
        window.locator(".flatpickr-day.today").first().click();
        assertThat(date).hasValue(Pattern.compile("\\d{4}/\\d{1,2}/\\d{1,2}"));
        window.locator(".modal-footer .btn-primary").click();
        assertThat(window.locator(".fjs-form-field-error").first()).containsText("此项必填。");
        everythingIsChinese(window);
    }

    @Test
    void nothing_leads_to_the_makers_of_the_engine() {
        Page window = BROWSER.windowOf("amy");
        signIn(window, "amy");

        assertThat(window.locator("footer")).isVisible();
        assertThat((List<?>) window.locator("a[href*='camunda.']:visible").all()).isEmpty();
        assertThat(window.locator(".ce-eol-banner")).isHidden();
        assertThat(window.locator(".app-banner .brand-logo")).isHidden();
    }

    private static Locator count(Page window, String list) {
        return window.locator(".task-filter", new Page.LocatorOptions().setHasText(list)).locator(".desk-count");
    }

    private static void choose(Page window, String task, ComplaintNumber number) {
        window.locator(".tasks-list li.task", new Page.LocatorOptions().setHasText(number.value()))
                .filter(new Locator.FilterOptions().setHasText(task)).locator(".desk-choose").check();
    }

    private static void press(Page window, String deed) {
        window.locator(".desk-several .deeds button").getByText(deed, new Locator.GetByTextOptions().setExact(true)).click();
    }

    /** A key as it arrives while an input method composes a word. */
    private static void composing(Locator field, String key, boolean ctrl) {
        field.evaluate("(field, [key, ctrlKey]) => field.dispatchEvent(new KeyboardEvent('keydown',"
                + " { key, code: key, ctrlKey, isComposing: true, bubbles: true }))", List.of(key, ctrl));
    }

    private static void everythingIsChinese(Page window) {
        try {
            window.waitForCondition(() -> foreign(window).isEmpty(), new Page.WaitForConditionOptions().setTimeout(5_000));
        } catch (TimeoutError stillThere) {
            assertThat(foreign(window)).isEmpty();
        }
    }

    private static List<String> foreign(Page window) {
        List<?> texts = (List<?>) window.evaluate("""
                () => {
                  const texts = [];
                  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                  while (walker.nextNode()) {
                    const parent = walker.currentNode.parentElement;
                    if (!parent.closest('script, style, svg') && parent.getClientRects().length) texts.push(walker.currentNode.data);
                  }
                  for (const field of document.querySelectorAll('input[placeholder], textarea[placeholder]')) {
                    if (field.getClientRects().length) texts.push(field.placeholder);
                  }
                  return texts;
                }""");
        return texts.stream().map(text -> text.toString().strip())
                .filter(text -> FOREIGN.matcher(FREE.matcher(text).replaceAll("")).find()).toList();
    }
}
