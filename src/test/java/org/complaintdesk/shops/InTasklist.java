package org.complaintdesk.shops;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who is signed in to Tasklist or Cockpit, asking as those applications do. */
final class InTasklist {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String desk;

    InTasklist(int port, String user) {
        desk = "http://localhost:" + port;
        get("/camunda/app/tasklist/default/");
        send(HttpRequest.newBuilder(URI.create(desk + "/camunda/api/admin/auth/user/default/login/tasklist"))
                .header("Content-Type", "application/x-www-form-urlencoded").header("X-XSRF-TOKEN", token())
                .POST(BodyPublishers.ofString("username=" + user + "&password=demo")));
        get("/camunda/app/tasklist/default/");
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(desk + path)).header("Accept", "application/json, text/html;q=0.5"));
    }

    HttpResponse<String> post(String path, String json) {
        return send(HttpRequest.newBuilder(URI.create(desk + path)).header("Accept", "application/json")
                .header("Content-Type", "application/json").header("X-XSRF-TOKEN", token()).POST(BodyPublishers.ofString(json)));
    }

    /** Sends a form of one of our pages, as it stands on it. */
    HttpResponse<String> submit(String page, String path, String fields) {
        Matcher token = FORM_TOKEN.matcher(get(page).body());
        if (!token.find()) {
            throw new IllegalStateException("No form on " + page);
        }
        return send(HttpRequest.newBuilder(URI.create(desk + path)).header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(fields + "&_csrf=" + token.group(1))));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String token() {
        return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .findFirst().orElseThrow().getValue();
    }
}
