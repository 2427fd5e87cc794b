package org.complaintdesk.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.complaintdesk.support.OpenIdProvider;
import org.complaintdesk.support.PackagedDesk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * The jar as it is delivered, on two nodes, switched to single sign-on by environment variables only, against a real
 * provider, with a real browser.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
class SingleSignOnIT {

    @RegisterExtension
    static final Chromium BROWSER = new Chromium();

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final Pattern AT_TASKS = Pattern.compile(".*/camunda/app/tasklist/default/.*");

    @TempDir
    static Path directory;

    private static EmbeddedPostgres postgres;
    private static OpenIdProvider provider;
    private static Map<String, String> first;
    private static Map<String, String> second;
    private static PackagedDesk one;
    private static PackagedDesk two;

    @BeforeAll
    static void two_nodes_and_a_provider() throws Exception {
        postgres = EmbeddedPostgres.start();
        first = PackagedDesk.settings(postgres, 1);
        second = PackagedDesk.settings(postgres, 1);
        provider = OpenIdProvider.start(address(first), address(second));
        for (Map<String, String> node : List.of(first, second)) {
            node.putAll(Map.of("COMPLAINTDESK_SSO_ISSUER", provider.issuer(), "COMPLAINTDESK_SSO_CLIENT_ID", OpenIdProvider.CLIENT,
                    "COMPLAINTDESK_SSO_CLIENT_SECRET", OpenIdProvider.SECRET, "COMPLAINTDESK_SSO_GROUPS_AGENTS", "kefu,kefu-night",
                    "COMPLAINTDESK_SSO_GROUPS_SUPERVISORS", "kefu-lead", "COMPLAINTDESK_SSO_SHOPS_CLAIM", "shops",
                    "COMPLAINTDESK_SHOPS_0_NAME", "某某旗舰店", "COMPLAINTDESK_SHOPS_1_NAME", "某某专卖店"));
        }
        one = warmedUp(first);
        two = warmedUp(second);
    }

    /** The first of all requests to a node takes longer on a busy machine than a browser waits. */
    private static PackagedDesk warmedUp(Map<String, String> node) throws Exception {
        PackagedDesk desk = PackagedDesk.start(directory, node).awaitHealthy();
        for (String page : List.of(TASKLIST, "/camunda/lib/deps.js", "/camunda/app/tasklist/camunda-tasklist-bootstrap.js", "/cases")) {
            desk.get(page);
        }
        return desk;
    }

    @AfterAll
    static void end() throws Exception {
        for (AutoCloseable each : new AutoCloseable[] {one, two, provider, postgres}) {
            if (each != null) {
                each.close();
            }
        }
    }

    @Test
    void a_colleague_signs_in_at_the_provider_works_at_both_nodes_and_signs_out_of_both() throws Exception {
        provider.knows("lin", Map.of("preferred_username", "amy.lin", "given_name", "艾米", "family_name", "林", "email", "amy.lin@shop.example",
                "groups", List.of("kefu", "choir"), "shops", List.of("某某旗舰店")));
        Page window = BROWSER.windowOf("amy");
        window.navigate(address(first) + TASKLIST);
        assertThat(window.locator("a.single-sign-on")).isVisible();
        picture(window, "sso-sign-in");
        window.locator("a.single-sign-on").click();
        signInAtProvider(window, "lin");

        assertThat(window).hasURL(AT_TASKS);
        assertThat(window.locator(".task-filter").first()).isVisible();
        assertThat(window.locator("[cam-widget-header]")).containsText("艾米");
        assertThat(one.read("/engine-rest/group?member=amy.lin").findValuesAsText("id")).contains("agents").doesNotContain("supervisors", "all-shops");
        assertThat(one.read("/engine-rest/tenant?userMember=amy.lin").findValuesAsText("id")).containsExactly("某某旗舰店");

        window.navigate(address(second) + "/cases");
        assertThat(window.locator("h1").first()).isVisible();
        assertThat(window.locator("body")).not().containsText("请先登录");
        window.navigate(address(second) + TASKLIST);
        assertThat(window.locator(".task-filter").first()).isVisible();

        two.close();
        two = warmedUp(second);
        window.navigate(address(second) + TASKLIST);
        assertThat(window.locator(".task-filter").first()).isVisible();

        window.navigate(address(first) + TASKLIST);
        assertThat(window.locator(".task-filter").first()).isVisible();
        window.locator("li.account.dropdown > a").click();
        window.locator("li.account .logout a, a[ng-click*='logout']").first().click();
        assertThat(window.locator("a.single-sign-on")).isVisible();
        window.locator("a.single-sign-on").click();
        assertThat(window.locator("input[name=username]")).isVisible();
        window.navigate(address(second) + "/cases");
        assertThat(window.locator("body")).containsText("请先登录");
    }

    @Test
    void b_groups_follow_the_provider_and_who_has_none_is_told_so() throws Exception {
        provider.knows("su", Map.of("preferred_username", "sue", "name", "苏姐", "groups", "kefu-lead", "shops", "*"));
        Page window = BROWSER.windowOf("sue");
        window.navigate(address(first) + "/sso/desk?to=/cases");
        signInAtProvider(window, "su");
        assertThat(window).hasURL(Pattern.compile(".*/cases"));
        assertThat(one.read("/engine-rest/group?member=sue").findValuesAsText("id")).contains("supervisors", "all-shops");

        provider.knows("su", Map.of("preferred_username", "sue", "groups", "choir"));
        Page again = BROWSER.windowOf("sue-again");
        again.navigate(address(first) + "/sso/desk");
        signInAtProvider(again, "su");
        assertThat(again.locator("h1")).containsText("未能登录");
        assertThat(again.locator("main")).containsText("还没有使用本系统的权限");
        picture(again, "sso-refused");
        assertThat(one.read("/engine-rest/group?member=sue").findValuesAsText("id")).doesNotContain("supervisors");
    }

    @Test
    void c_nobody_becomes_a_user_of_the_same_name() throws Exception {
        provider.knows("mallory", Map.of("preferred_username", "admin", "groups", List.of("kefu")));
        Page window = BROWSER.windowOf("mallory");
        window.navigate(address(first) + "/sso/desk");
        signInAtProvider(window, "mallory");
        assertThat(window.locator("main")).containsText("已有同名用户");
        window.navigate(address(first) + "/cases");
        assertThat(window.locator("body")).containsText("请先登录");
    }

    @Test
    void d_a_password_opens_as_before_and_answers_nobody_asked_for_do_not() throws Exception {
        assertThat(one.get("/engine-rest/engine").statusCode()).isEqualTo(200);
        HttpResponse<String> invented = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address(first) + "/sso/answer?code=x&state=y")).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(invented.statusCode()).isEqualTo(302);
        assertThat(invented.headers().firstValue("Location").orElseThrow()).endsWith("/sso/refused?why=provider");
        HttpResponse<String> elsewhere = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address(first) + "/sso/desk?to=//evil.example")).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(elsewhere.headers().firstValue("Location").orElseThrow()).startsWith(provider.issuer());
    }

    @Test
    void e_who_guesses_reads_when_to_try_again() throws Exception {
        Page window = BROWSER.windowOf("guesser");
        window.navigate(address(first) + TASKLIST);
        for (int i = 0; i < 6; i++) {
            assertThat(window.locator("button[type=submit]")).isVisible();
            window.locator("input[ng-model=username]").fill("amy.lin");
            window.locator("input[ng-model=password]").fill("guess" + i);
            window.waitForResponse(answer -> answer.url().contains("/login/tasklist"), () -> window.locator("button[type=submit]").click());
            // The page empties the form a moment after the answer: what is typed before that is lost, and the button stays disabled.
            assertThat(window.locator("input[ng-model=password]")).hasValue("");
        }
        assertThat(window.locator(".notifications-panel, [notifications-panel], .alert").filter(
                new Locator.FilterOptions().setHasText("密码输错次数过多")).first()).isVisible();
        picture(window, "throttled");
    }

    @Test
    void f_admin_says_while_one_types_what_a_password_must_be() throws Exception {
        Page window = BROWSER.windowOf("admin");
        window.navigate(address(first) + "/camunda/app/admin/default/");
        window.locator("input[ng-model=username]").fill("admin");
        window.locator("input[ng-model=password]").fill("a-password-of-ours");
        window.locator("button[type=submit]").click();
        assertThat(window.locator("li.account").first()).isVisible();
        window.navigate(address(first) + "/camunda/app/admin/default/#/user-create");
        window.locator("#inputUserId").fill("wanghong");
        window.locator("#inputPassword").fill("wanghong1");
        assertThat(window.locator(".popover")).containsText("12 个字符");
        assertThat(window.locator(".popover")).containsText("不能是容易被猜到的常见密码");
        picture(window, "password-rules");
        window.locator("#inputPassword").fill("三只白鹭飞过湖心亭,下雨了");
        assertThat(window.locator(".password-input .glyphicon-ok-circle")).isVisible();
    }

    @Test
    void z_while_the_provider_is_away_one_is_told_so_and_passwords_open() throws Exception {
        provider.close();
        HttpResponse<String> begun = HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(address(second) + "/sso/desk")).build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(begun.statusCode()).isEqualTo(302);
        assertThat(two.get("/engine-rest/engine").statusCode()).isEqualTo(200);
    }

    private static void picture(Page window, String name) {
        window.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "journey", name + ".png")));
    }

    private static void signInAtProvider(Page window, String person) {
        window.locator("input[name=username]").fill(person);
        window.locator("input[name=password]").fill(OpenIdProvider.PASSWORD);
        window.locator("button[type=submit]").click();
    }

    private static String address(Map<String, String> node) throws IOException {
        return "http://localhost:" + node.get("SERVER_PORT");
    }
}
