package org.complaintdesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@DeskTest
class WebApplicationHeadersTests {

    private static final Pattern PROMISED = Pattern.compile("'nonce-([\\w-]+)'");
    private static final Pattern CARRIED = Pattern.compile("nonce=\"([\\w-]+)\"");

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void scripts_of_ours_only_and_in_no_frame(String application) throws Exception {
        HttpResponse<String> page = http.send(page("/camunda/app/" + application + "/default/"), BodyHandlers.ofString());

        assertThat(header(page, "Content-Security-Policy")).contains("default-src 'self'", "'strict-dynamic'", "object-src 'none'",
                "frame-ancestors 'none'").doesNotContain("https:", "script-src 'unsafe-inline'");
        assertThat(header(page, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(page, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.headers().allValues("Set-Cookie")).filteredOn(cookie -> !cookie.startsWith("XSRF-TOKEN"))
                .allSatisfy(cookie -> assertThat(cookie).containsIgnoringCase("HttpOnly").containsIgnoringCase("SameSite=Lax"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/camunda/lib/runtime.js", "/camunda/app/tasklist/styles/user-styles.css", "/portal", "/", "/no-such-page"})
    void nothing_is_taken_for_what_it_is_not(String path) throws Exception {
        assertThat(header(http.send(page(path), BodyHandlers.ofString()), "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void many_who_open_it_at_once_all_get_a_page_that_works() {
        List<CompletableFuture<HttpResponse<String>>> pages = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            pages.add(http.sendAsync(page("/camunda/app/tasklist/default/"), BodyHandlers.ofString()));
        }

        assertThat(pages.stream().map(CompletableFuture::join)).allSatisfy(page -> {
            Matcher promised = PROMISED.matcher(header(page, "Content-Security-Policy"));
            assertThat(promised.find()).isTrue();
            assertThat(CARRIED.matcher(page.body()).results().map(carried -> carried.group(1)).distinct())
                    .containsExactly(promised.group(1));
        });
    }

    private HttpRequest page(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Accept", "text/html,*/*;q=0.5").build();
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
