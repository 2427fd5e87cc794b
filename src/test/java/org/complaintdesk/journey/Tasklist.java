package org.complaintdesk.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Camunda Tasklist in one person's window. Finds its buttons by what they do, not by what they say: their language is
 * the browser's.
 */
class Tasklist {

    private static final String SEARCH =
            "[{\"type\":\"processInstanceBusinessKey\",\"operator\":\"Like\",\"value\":\"%s\",\"name\":\"\"}]";

    private final Page window;
    private final String address;
    private String sought;

    private Tasklist(Page window, String address) {
        this.window = window;
        this.address = address;
    }

    /** @param desk the address of the application, without a slash at its end */
    static Tasklist signIn(Page window, String desk, String person, String password) {
        Tasklist tasklist = new Tasklist(window, desk + "/camunda/app/tasklist/default/");
        window.navigate(tasklist.address);
        Locator name = window.locator("input[ng-model=username]");
        assertThat(name).isFocused();
        Locator secret = window.locator("input[ng-model=password]");
        // The page may put the cursor back into the first field while the second is being filled.
        while (!(name.inputValue().equals(person) && secret.inputValue().equals(password))) {
            name.fill(person);
            secret.fill(password);
        }
        window.locator("button[type=submit]").click();
        assertThat(window.locator(".task-filter").first()).isVisible();
        return tasklist;
    }

    /** Opens the form that starts a process. */
    FilledForm begin(String process) {
        window.locator(".start-process-action a").click();
        window.locator(".modal-content .processes a").getByText(process).click();
        return new FilledForm(window);
    }

    void start() {
        assertThat(answerTo("startProcessInstance()").status()).isEqualTo(200);
        assertThat(window.locator(".modal-content")).hasCount(0);
    }

    /** Looks through a list, as it is now, for the case of this number. */
    Tasklist look(String filter, String number) {
        if (!number.equals(sought) || !window.url().startsWith(address)) {
            window.navigate(UriComponentsBuilder.fromUriString(address).fragment("/?searchQuery={query}").encode()
                    .buildAndExpand(SEARCH.formatted(number)).toUriString());
            assertThat(window.locator(".search-label")).containsText(number);
            sought = number;
        }
        window.locator(".task-filter .name a").first().click();
        window.locator(".task-filter .name a").getByText(filter).click();
        return this;
    }

    /** Sees a task of the case with these facts beside its name. */
    Tasklist lists(String task, String... facts) {
        for (String fact : facts) {
            assertThat(card(task)).containsText(fact);
        }
        return this;
    }

    FilledForm open(String task) {
        card(task).locator("h4.task a").click();
        return new FilledForm(window);
    }

    private Locator card(String task) {
        return window.locator(".tasks-list li").filter(new Locator.FilterOptions().setHasText(sought))
                .filter(new Locator.FilterOptions().setHas(window.locator("h4.task").getByText(task)));
    }

    /** Opens a task and takes it on. */
    FilledForm claim(String task) {
        FilledForm form = open(task);
        assertThat(window.locator(".fjs-container")).isVisible();
        window.locator("button[ng-click='claim()']").click();
        assertThat(window.locator(".disabled-form")).hasCount(0);
        return form;
    }

    void complete() {
        Response answer = answerTo("complete()");
        assertThat(answer.status()).as(answer.text()).isIn(200, 204);
        assertThat(window.locator(".fjs-container")).hasCount(0);
    }

    /** Submits what the desk must refuse, reads the message and puts it away; the task stays open. */
    void isRefused(String message) {
        assertThat(answerTo("complete()").status()).isEqualTo(400);
        Locator notice = window.locator(".page-notifications .alert-danger");
        assertThat(notice).containsText(message);
        notice.locator(".close:visible").click();
        assertThat(notice).hasCount(0);
        assertThat(window.locator(".fjs-container")).isVisible();
    }

    /** Submits what somebody has done meanwhile, and reads that; nothing is done twice. */
    void isTooLate(String message) {
        assertThat(answerTo("complete()").status()).isEqualTo(400);
        assertThat(window.locator(".page-notifications .alert-danger")).containsText(message);
        assertThat(window.locator(".page-notifications .alert-danger")).not().containsText("Cannot submit");
    }

    private Response answerTo(String action) {
        return window.waitForResponse(response -> response.url().endsWith("/submit-form"),
                () -> window.locator("button[ng-click='" + action + "']").click());
    }
}
