package org.complaintdesk.volume;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Somebody in a browser, signed in once; at the interface for programs with name and password each time. */
final class Person {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FIRST_ERROR = 400;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final HttpClient program = HttpClient.newHttpClient();
    private final URI desk;
    private final String name;

    Person(URI desk, String name) {
        this.desk = desk;
        this.name = name;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    String name() {
        return name;
    }

    Person signIn() throws IOException, InterruptedException {
        visit();
        HttpResponse<String> answer = browser.send(HttpRequest.newBuilder(desk.resolve("/camunda/api/admin/auth/user/default/login/tasklist"))
                .header("X-XSRF-TOKEN", token()).header("Accept", "application/json").header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + name + "&password=" + VolumeDesk.PASSWORD)).build(), BodyHandlers.ofString());
        require(answer);
        // Whoever signs in gets another session, and its token with the next page.
        visit();
        return this;
    }

    private void visit() throws IOException, InterruptedException {
        browser.send(HttpRequest.newBuilder(desk.resolve("/camunda/app/tasklist/default/")).build(), BodyHandlers.discarding());
    }

    /** @param body null to get, otherwise the JSON to post */
    String ask(String path, String body) throws IOException, InterruptedException {
        if (path.startsWith("/api")) {
            return askAsProgram(path, body);
        }
        boolean page = !path.startsWith("/camunda");
        HttpRequest.Builder request = HttpRequest.newBuilder(desk.resolve(path))
                .header("Accept", page ? "text/html,application/json;q=0.9" : "application/hal+json, application/json; q=0.5");
        if (body != null) {
            request.header("Content-Type", "application/json").header("X-XSRF-TOKEN", token()).POST(BodyPublishers.ofString(body));
        }
        return require(browser.send(request.build(), BodyHandlers.ofString()));
    }

    private String askAsProgram(String path, String body) throws IOException, InterruptedException {
        String claim = Base64.getEncoder().encodeToString((name + ":" + VolumeDesk.PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(desk.resolve(path)).header("Authorization", "Basic " + claim);
        if (body != null) {
            request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        }
        return require(program.send(request.build(), BodyHandlers.ofString()));
    }

    /** As a script in Tasklist: what is beside the lists is counted afresh afterwards. */
    void claimsNothing() throws IOException, InterruptedException {
        JsonNode counts = read("/work/filter-counts");
        require(browser.send(HttpRequest.newBuilder(desk.resolve("/work/claims")).header("Content-Type", "application/json")
                .header(counts.path("header").asText(), counts.path("token").asText())
                .POST(BodyPublishers.ofString("{\"tasks\": [\"no-task\"]}")).build(), BodyHandlers.ofString()));
    }

    JsonNode read(String path) throws IOException, InterruptedException {
        return JSON.readTree(ask(path, null));
    }

    JsonNode read(String path, String body) throws IOException, InterruptedException {
        return JSON.readTree(ask(path, body));
    }

    private String require(HttpResponse<String> answer) {
        // A page that sends elsewhere would be measured for what it is not.
        if (answer.statusCode() >= FIRST_ERROR || answer.statusCode() / 100 == 3) {
            throw new AssertionError("%s: %s %s".formatted(name, answer, answer.body()));
        }
        return answer.body();
    }

    private String token() {
        return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue).findFirst().orElse("none");
    }
}
