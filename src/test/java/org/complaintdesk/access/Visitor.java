package org.complaintdesk.access;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One person at the desk's addresses: as a program, or in one browser. */
class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final HttpClient program = HttpClient.newHttpClient();
    private final URI desk;
    private final String user;
    private boolean signedIn;

    /** @param user null for a stranger */
    Visitor(int port, String user) {
        this.desk = URI.create("http://localhost:" + port);
        this.user = user;
    }

    HttpResponse<String> asks(String how, String method, String path, String body) throws IOException, InterruptedException {
        return switch (how) {
            case "rest" -> program(method, path, body);
            case "web" -> script(method, path, body);
            case "page" -> page(method, path, body);
            default -> throw new IllegalArgumentException(how);
        };
    }

    private HttpResponse<String> program(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(method, path, body, "application/json").header("Accept", "application/json, */*;q=0.5");
        if (user != null) {
            String claim = user + ":" + People.PASSWORD;
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(claim.getBytes(StandardCharsets.UTF_8)));
        }
        return program.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> script(String method, String path, String body) throws IOException, InterruptedException {
        signIn();
        return browser.send(request(method, path, body, "application/json").header("Accept", "application/json, */*;q=0.5")
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN")).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> page(String method, String path, String body) throws IOException, InterruptedException {
        signIn();
        String sent = method.equals("GET") ? "" : "_csrf=" + formToken() + (body.isEmpty() ? "" : "&" + body);
        return browser.send(request(method, path, sent, "application/x-www-form-urlencoded").header("Accept", "text/html,*/*;q=0.5")
                .build(), BodyHandlers.ofString());
    }

    /** As Tasklist does it: the page brings the token, the form sends it back. */
    HttpResponse<String> signsIn(String password) throws IOException, InterruptedException {
        browser.send(request("GET", "/camunda/app/tasklist/default/", "", null).build(), BodyHandlers.discarding());
        return browser.send(request("POST", "/camunda/api/admin/auth/user/default/login/tasklist",
                "username=" + user + "&password=" + password, "application/x-www-form-urlencoded")
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN")).header("Accept", "application/json").build(), BodyHandlers.ofString());
    }

    private void signIn() throws IOException, InterruptedException {
        if (user != null && !signedIn) {
            int status = signsIn(People.PASSWORD).statusCode();
            // Administrators have Tasklist too; whoever is refused stays a stranger.
            signedIn = status == 200;
            // Whoever signs in gets another session, and its token with the next page.
            browser.send(request("GET", "/camunda/app/tasklist/default/", "", null).build(), BodyHandlers.discarding());
        }
    }

    /** Any form of the staff pages has the session's token. */
    private String formToken() throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(browser.send(request("GET", "/roster", "", null).build(), BodyHandlers.ofString()).body());
        return token.find() ? token.group(1) : "none";
    }

    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue).findFirst().orElse("none");
    }

    private HttpRequest.Builder request(String method, String path, String body, String type) {
        HttpRequest.Builder request = HttpRequest.newBuilder(desk.resolve(path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return type == null || method.equals("GET") ? request : request.header("Content-Type", type);
    }
}
