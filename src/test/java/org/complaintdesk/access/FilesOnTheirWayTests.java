package org.complaintdesk.access;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.ServletContext;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Somebody begins to send files and never ends. Whoever is answered all the same was refused before the files were read; of
 * everybody else they are on the disk by then.
 */
@DeskTest
class FilesOnTheirWayTests {

    private static final String CHUNKED = "Transfer-Encoding: chunked";
    private static final String NOBODY = "X-Nobody: signed in";
    private static final String ADMIN = "Authorization: Basic " + Base64.getEncoder().encodeToString("admin:demo".getBytes(US_ASCII));

    @LocalServerPort int port;
    @Autowired ServletContext server;

    @ParameterizedTest
    @ValueSource(strings = {"/cases", "/", "/no-such-page", "/%63ases", "/cases/x", "/cases/x/evidence/y", "/imports/1",
            "/deadlines", "/error", "/css/desk.css", "/actuator/health", "/camunda/app/tasklist/", "/camunda/lib/x",
            "/camunda/api/x/plugin/y/static/z", "/sso/answer", "/api/complaints", "/api/imports", "/portals"})
    void are_refused_where_none_are_taken(String path) throws Exception {
        assertThat(begun("POST", path, NOBODY, length(40 << 20))).isEqualTo(415);
        assertThat(begun("POST", path, ADMIN, CHUNKED)).isEqualTo(415);
    }

    @ParameterizedTest
    @CsvSource({"GET, /portal", "GET, /track/x", "PUT, /portal", "DELETE, /imports", "GET, /imports",
            "PUT, /engine-rest/deployment/create"})
    void are_refused_where_nothing_is_sent_in_this_way(String method, String path) throws Exception {
        assertThat(begun(method, path, NOBODY, length(40 << 20))).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/imports", "/%69mports", "/cases/x/evidence", "/cases/x/e%76idence", "/reviews/x/evidence",
            "/deadlines/calendar", "/api/imports/reviews", "/%61pi/imports/reviews",
            "/engine-rest/deployment/create", "/camunda/api/engine/engine/default/task/x/attachment/create"})
    void of_strangers_are_not_read_even_where_colleagues_send_theirs(String path) throws Exception {
        for (String who : new String[] {NOBODY, "Cookie: desk-session=1234567890"}) {
            assertThat(begun("POST", path, who, length(100_000))).as(who).isIn(401, 403);
        }
    }

    @Test
    void of_whoever_knows_no_password_are_not_read() throws Exception {
        String wrong = "Authorization: Basic " + Base64.getEncoder().encodeToString("files-nobody:x".getBytes(US_ASCII));
        assertThat(begun("POST", "/imports", wrong, length(100_000))).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/imports", "/%69mports", "/cases/x/evidence", "/deadlines/calendar", "/portal", "/%70ortal",
            "/track/x/message"})
    void have_to_say_on_a_page_how_large_they_are(String path) throws Exception {
        assertThat(begun("POST", path, NOBODY, CHUNKED)).isEqualTo(411);
        assertThat(begun("POST", path, ADMIN, CHUNKED)).isEqualTo(411);
    }

    @ParameterizedTest
    @CsvSource({"/imports, 60, 303", "/%69mports, 60, 303", "/cases/x/evidence, 60, 303", "/deadlines/calendar, 1, 303",
            "/api/imports/reviews, 60, 413", "/engine-rest/deployment/create, 60, 413", "/portal, 60, 422", "/%70ortal, 60, 422"})
    void that_are_too_large_are_not_read(String path, int megabytes, int answer) throws Exception {
        assertThat(begun("POST", path, NOBODY, length(megabytes << 20))).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%65ngine-rest/deployment/create", "/%63amunda/api/engine/engine/default/deployment/create"})
    void are_not_read_where_the_engine_has_no_address(String path) throws Exception {
        assertThat(begun("POST", path, NOBODY, length(100_000))).isEqualTo(404);
    }

    @Test
    void of_colleagues_are_laid_on_the_disk_and_taken_away_when_they_break_off() throws Exception {
        try (Socket connection = begin("POST", "/imports", ADMIN, length(40 << 20))) {
            await().until(() -> onDisk().length > 0);
        }
        await().until(() -> onDisk().length == 0);
    }

    @Test
    void are_refused_in_words() throws Exception {
        assertThat(whole("/cases", "text/html", "en").body()).contains("此地址不接收文件，或者文件太大，没有保存任何内容。");
        assertThat(whole("/portal", "text/html", "en").body()).contains("This address takes no files, or none this large; nothing was kept.");
        assertThat(whole("/api/complaints", "*/*", "en").body()).contains("urn:complaint-desk:problem:unsupported-media-type");
    }

    private HttpResponse<String> whole(String path, String accepted, String language) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "multipart/form-data; boundary=b").header("Accept", accepted).header("Accept-Language", language)
                .method("PUT", BodyPublishers.ofString("--b--\r\n")).build(), BodyHandlers.ofString());
    }

    private int begun(String method, String path, String who, String length) throws IOException {
        try (Socket connection = begin(method, path, who, length)) {
            String answer = new BufferedReader(new InputStreamReader(connection.getInputStream(), US_ASCII)).readLine();
            assertThat(onDisk()).isEmpty();
            return Integer.parseInt(answer.split(" ")[1]);
        }
    }

    private Socket begin(String method, String path, String who, String length) throws IOException {
        Socket connection = new Socket("localhost", port);
        connection.setSoTimeout(8_000);
        String file = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\n" + "x".repeat(50_000);
        String head = ("%s %s HTTP/1.1\r\nHost: localhost:%d\r\nAccept: text/html\r\n%s\r\n%s\r\n"
                + "Content-Type: multipart/form-data; boundary=b\r\n\r\n").formatted(method, path, port, who, length);
        String chunk = length.equals(CHUNKED) ? Integer.toHexString(file.length()) + "\r\n" + file + "\r\n" : file;
        connection.getOutputStream().write((head + chunk).getBytes(US_ASCII));
        return connection;
    }

    private static String length(int bytes) {
        return "Content-Length: " + bytes;
    }

    private String[] onDisk() {
        return ((File) server.getAttribute(ServletContext.TEMPDIR)).list((folder, name) -> name.startsWith("upload_"));
    }
}
