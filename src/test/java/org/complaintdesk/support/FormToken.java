package org.complaintdesk.support;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Sends a form as a customer's browser does that kept the page's cookie. Spring's own {@code csrf()} would make the filter
 * of the running application keep its tokens in sessions from then on, for real browsers of later tests too.
 */
public final class FormToken {

    private static final String TOKEN = "0f8fad5b-d9cb-469f-a165-70867728950e";

    private FormToken() {
    }

    public static RequestPostProcessor formToken() {
        return request -> {
            Cookie[] there = request.getCookies() == null ? new Cookie[0] : request.getCookies();
            request.setCookies(Stream.concat(Arrays.stream(there), Stream.of(new Cookie("desk-form", TOKEN))).toArray(Cookie[]::new));
            request.setParameter("_csrf", masked());
            return request;
        };
    }

    /** The token as a page writes it: a mask, here of zeros, and the token under it. */
    private static String masked() {
        byte[] token = TOKEN.getBytes(StandardCharsets.UTF_8);
        byte[] masked = new byte[2 * token.length];
        System.arraycopy(token, 0, masked, token.length, token.length);
        return Base64.getUrlEncoder().encodeToString(masked);
    }
}
