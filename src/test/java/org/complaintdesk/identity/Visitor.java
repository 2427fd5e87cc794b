package org.complaintdesk.identity;

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
import java.util.Optional;

/** A browser or a program at an address of its own. */
class Visitor {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
    private final int port;
    private final String address;

    Visitor(int port, String address) {
        this.port = port;
        this.address = address;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("X-Forwarded-For", address);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).header("Accept", "application/json,text/html;q=0.9"));
    }

    HttpResponse<String> basic(String path, String user, String password) throws IOException, InterruptedException {
        String claim = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return send(request(path).header("Authorization", "Basic " + claim));
    }

    /** As the sign-in page does it. */
    HttpResponse<String> signIn(String application, String user, String password) throws IOException, InterruptedException {
        get("/camunda/app/" + application + "/default/");
        return post("/camunda/api/admin/auth/user/default/login/" + application,
                "username=" + URLEncoder.encode(user, StandardCharsets.UTF_8) + "&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8),
                "application/x-www-form-urlencoded");
    }

    HttpResponse<String> post(String path, String body, String type) throws IOException, InterruptedException {
        return send(request(path).header("X-XSRF-TOKEN", cookie("XSRF-TOKEN").orElseThrow()).header("Accept", "application/json")
                .header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals(name)).map(HttpCookie::getValue).findFirst();
    }

    void keep(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create("http://localhost:" + port), cookie);
    }
}
