package org.complaintdesk.intake.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Date;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a real server makes of what is sent to it. */
@DeskTest
class PortalOverHttpTests {

    private static final int LARGE = 120 << 20;
    private static final Pattern STAMP = Pattern.compile("name=\"stamp\" value=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @LocalServerPort int port;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(cookies).build();

    @AfterEach
    void now() {
        ClockUtil.reset();
    }

    @Test
    void video_that_is_too_large_is_answered_with_the_form_and_what_was_typed() throws Exception {
        String page = opened();
        byte[] text = text(page);
        BodyPublisher body = BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() ->
                new SequenceInputStream(new ByteArrayInputStream(text), zeros())), text.length + (long) LARGE);
        HttpResponse<String> answer = send("/portal", body);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("六瓶碎了两瓶 😡").contains("合计超过 48 MB").contains("value=\"REFUND\" checked");
    }

    @Test
    void upload_that_does_not_say_how_long_it_is_is_not_read() throws Exception {
        byte[] text = text(opened());
        HttpResponse<String> answer = send("/portal", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(text)));

        assertThat(answer.statusCode()).isEqualTo(411);
        assertThat(answer.body()).doesNotContain("Exception");
    }

    @Test
    void form_without_its_cookie_is_shown_again_and_a_second_time_it_is_taken() throws Exception {
        String page = opened();
        cookies.getCookieStore().removeAll();
        HttpResponse<String> again = send("/portal", BodyPublishers.ofByteArray(text(page)));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("还没有提交").contains("六瓶碎了两瓶 😡");

        HttpResponse<String> taken = send("/portal", BodyPublishers.ofByteArray(text(again.body())));
        assertThat(taken.statusCode()).isEqualTo(302);
        assertThat(taken.headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).contains("/portal/receipt/"));
    }

    @Test
    void lost_link_without_its_cookie_is_shown_again_with_what_was_typed() throws Exception {
        HttpResponse<String> again = browser.send(request("/portal/link").header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("number=C-20261122-000001&email=wang@example.com")).build(), BodyHandlers.ofString());
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("找回专属链接").contains("value=\"C-20261122-000001\"").contains("value=\"wang@example.com\"");
    }

    @Test
    void nobody_gets_a_session_and_the_forms_cookie_is_out_of_reach() throws Exception {
        opened();
        assertThat(cookies.getCookieStore().getCookies()).extracting(HttpCookie::getName).containsExactly("desk-form");
        assertThat(cookies.getCookieStore().getCookies().get(0).isHttpOnly()).isTrue();
    }

    @Test
    void missing_page_of_customers_is_missing_in_their_language() throws Exception {
        HttpResponse<String> answer = browser.send(request("/portal/anything").setHeader("Accept-Language", "en").build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("lang=\"en\"").doesNotContain("Exception");
    }

    private String opened() throws IOException, InterruptedException {
        String page = browser.send(request("/portal").build(), BodyHandlers.ofString()).body();
        ClockUtil.setCurrentTime(new Date(System.currentTimeMillis() + 60_000));
        return page;
    }

    private HttpResponse<String> send(String path, BodyPublisher body) throws IOException, InterruptedException {
        return browser.send(request(path).header("Content-Type", "multipart/form-data; boundary=b").POST(body).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Accept-Language", "zh-CN")
                .header("Accept", "text/html").header("X-Forwarded-For", "198.51.100.251");
    }

    private static byte[] text(String page) {
        StringBuilder form = new StringBuilder();
        field(form, "_csrf", found(TOKEN, page));
        field(form, "stamp", found(STAMP, page));
        field(form, "shop", "醉卿酒业旗舰店");
        field(form, "description", "六瓶碎了两瓶 😡");
        field(form, "wishes", "REFUND");
        field(form, "customerName", "王小明");
        field(form, "phone", "13800005678");
        form.append("--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"\"\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--b--\r\n");
        return form.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void field(StringBuilder form, String name, String value) {
        form.append("--b\r\nContent-Disposition: form-data; name=\"").append(name).append("\"\r\n\r\n").append(value).append("\r\n");
    }

    private static String found(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static InputStream zeros() {
        byte[] megabyte = new byte[1 << 20];
        return new SequenceInputStream(Collections.enumeration(
                Collections.nCopies(LARGE >> 20, megabyte).stream().map(bytes -> (InputStream) new ByteArrayInputStream(bytes)).toList()));
    }
}
