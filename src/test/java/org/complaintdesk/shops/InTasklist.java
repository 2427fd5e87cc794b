package org.complaintdesk.shops;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Somebody who is signed in to Tasklist or Cockpit, asking as those applications do. */
final class InTasklist {

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
