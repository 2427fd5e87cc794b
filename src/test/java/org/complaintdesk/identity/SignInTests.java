package org.complaintdesk.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import org.camunda.bpm.engine.IdentityService;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@DeskTest
class SignInTests {

    @Autowired
    IdentityService identity;
    @LocalServerPort
    int port;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();

    @BeforeEach
    void people() {
        new Colleagues(identity).in(StaffGroup.AGENTS, "idamy");
        new Colleagues(identity).in(StaffGroup.SUPERVISORS, "idsue");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/css/desk.css", "/actuator/health", "/actuator/health/liveness", "/camunda/app/tasklist/default/"})
    void open_to_everyone(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void tasks_lead_to_tasklist_with_the_most_urgent_first() throws Exception {
        HttpResponse<String> answer = get("/tasks");

        assertThat(answer.statusCode()).isEqualTo(302);
        URI place = URI.create(answer.headers().firstValue("Location").orElseThrow());
        assertThat(place.getPath()).isEqualTo("/camunda/app/tasklist/default/");
        assertThat(place.getFragment()).contains("\"sortBy\":\"priority\",\"sortOrder\":\"desc\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/complaints", "/engine-rest/task", "/v3/api-docs", "/actuator/prometheus", "/actuator", "/actuator/env"})
    void programs_must_sign_in(String path) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValueSatisfying(basic -> assertThat(basic).startsWith("Basic"));
        assertThat(answer.body()).contains("urn:complaint-desk:problem:sign-in-required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cases", "/cases/C-20261121-000001", "/reviews", "/reviews/R-20261121-000001", "/imports", "/policy", "/policy/words", "/insight"})
    void staff_pages_say_where_to_sign_in(String path) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
        assertThat(answer.body()).contains("请先登录").contains("/camunda/app/tasklist/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/anything", "/dev/mail", "/admin", "/swagger-ui/index.html", "/camunda/else", "/camunda-welcome/index.html",
            "/webjars/camunda/app/tasklist/index.html", "/META-INF/MANIFEST.MF"})
    void whatever_has_no_rule_is_not_there(String path) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("页面不存在").doesNotContain("Exception");
    }

    @Test
    void wrong_password_is_refused() throws Exception {
        String user = new Colleagues(identity).in(StaffGroup.AGENTS, "idzoe");

        assertThat(basic("/engine-rest/engine", user, "demo").statusCode()).isEqualTo(200);
        assertThat(basic("/engine-rest/engine", user, "wrong").statusCode()).isEqualTo(401);
    }

    @Test
    void engine_rest_applies_the_persons_authorizations() throws Exception {
        assertThat(basic("/engine-rest/authorization/check?permissionName=ACCESS&resourceName=application&resourceType=0&resourceId=cockpit", "idamy", "demo").body())
                .contains("\"authorized\":false");
        assertThat(basic("/engine-rest/authorization/check?permissionName=ACCESS&resourceName=application&resourceType=0&resourceId=cockpit", "idsue", "demo").body())
                .contains("\"authorized\":true");
    }

    @Test
    void figures_are_for_supervisors() throws Exception {
        assertThat(basic("/actuator/prometheus", "idamy", "demo").statusCode()).isEqualTo(403);
        assertThat(basic("/actuator/prometheus", "idsue", "demo").statusCode()).isNotIn(401, 403);
        assertThat(basic("/actuator/env", "idsue", "demo").statusCode()).isEqualTo(403);
    }

    @Test
    void signed_in_to_tasklist_means_signed_in_to_staff_pages() throws Exception {
        assertThat(signIn("tasklist", "idamy").statusCode()).isEqualTo(200);
        assertThat(get("/cases/no-such-page").statusCode()).isNotIn(401, 403, 500);

        identity.deleteMembership("idamy", "agents");
        identity.deleteUser("idamy");
        assertThat(get("/cases/no-such-page").statusCode()).isEqualTo(401);
    }

    @Test
    void staff_page_refuses_a_post_without_its_token() throws Exception {
        signIn("tasklist", "idamy");

        HttpResponse<String> answer = browser.send(request("/cases/x").POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void tasklist_session_does_not_open_the_api() throws Exception {
        signIn("tasklist", "idamy");

        assertThat(get("/api/complaints").statusCode()).isEqualTo(401);
    }

    @Test
    void agent_enters_tasklist_but_not_cockpit_and_supervisor_both() throws Exception {
        assertThat(signIn("tasklist", "idamy").statusCode()).isEqualTo(200);
        assertThat(signIn("cockpit", "idamy").statusCode()).isEqualTo(403);
        assertThat(signIn("cockpit", "idsue").statusCode()).isEqualTo(200);
        assertThat(signIn("admin", "idsue").statusCode()).isEqualTo(403);
        assertThat(signIn("admin", "admin").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void end_of_edition_notice_is_hidden(String application) throws Exception {
        assertThat(get("/camunda/app/" + application + "/styles/user-styles.css").body()).contains(".ce-eol-banner").contains("display: none");
    }

    @Test
    void unknown_address_under_the_api_is_a_problem() throws Exception {
        HttpResponse<String> answer = basic("/api/no-such-thing", "idamy", "demo");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("urn:complaint-desk:problem:not-found");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Accept", "text/html,application/json;q=0.9,*/*;q=0.8");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return browser.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> basic(String path, String user, String password) throws IOException, InterruptedException {
        String claim = Base64.getEncoder().encodeToString((user + ":" + password).getBytes());
        return HttpClient.newHttpClient().send(request(path).header("Authorization", "Basic " + claim).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> signIn(String application, String user) throws IOException, InterruptedException {
        get("/camunda/app/" + application + "/default/");
        String token = cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue).findFirst().orElseThrow();
        return browser.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/camunda/api/admin/auth/user/default/login/" + application))
                .header("X-XSRF-TOKEN", token).header("Accept", "application/json").header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + user + "&password=demo")).build(), BodyHandlers.ofString());
    }
}
