package org.complaintdesk.platform;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * Which language a page speaks. Customers' pages: what was chosen by {@code ?lang=zh} or {@code ?lang=en} and is kept in a
 * cookie, else what the browser asks for. Every other page: what the installation speaks.
 */
@Component("localeResolver")
class PageLanguage implements LocaleResolver {

    static final String[] CUSTOMER_PAGES = {"/portal/**", "/track/**"};
    private static final List<String> CUSTOMERS = List.of("/portal", "/track");
    private static final List<Locale> SPOKEN = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    private final Locale installation;
    private final CookieLocaleResolver chosen = new CookieLocaleResolver("desk-language");

    PageLanguage(DeskProperties desk) {
        this.installation = desk.language().locale();
        chosen.setDefaultLocaleFunction(this::asked);
        chosen.setRejectInvalidCookies(false);
        chosen.setCookieHttpOnly(true);
        chosen.setCookieSameSite("Lax");
        chosen.setCookieMaxAge(Duration.ofDays(365));
        chosen.setCookieSecure("https".equals(desk.publicUrl() == null ? null : desk.publicUrl().getScheme()));
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return isForCustomers(request) ? spoken(chosen.resolveLocale(request)) : installation;
    }

    @Override
    public void setLocale(HttpServletRequest request, HttpServletResponse response, Locale locale) {
        chosen.setLocale(request, response, locale == null ? null : spoken(locale));
    }

    /** @return whether the page that was asked for, or that failed, is one for customers */
    static boolean isForCustomers(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed == null ? DecodedPath.of(request) : DecodedPath.of(failed.toString(), request.getContextPath());
        return CUSTOMERS.stream().anyMatch(start -> path.equals(start) || path.startsWith(start + "/"));
    }

    /** The first language the browser asks for that we speak; English for someone who reads neither. */
    private Locale asked(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        if (header == null || header.isBlank() || header.strip().equals("*")) {
            return installation;
        }
        return Collections.list(request.getLocales()).stream()
                .filter(locale -> SPOKEN.stream().anyMatch(spoken -> spoken.getLanguage().equals(locale.getLanguage())))
                .findFirst().map(PageLanguage::spoken).orElse(Locale.ENGLISH);
    }

    private static Locale spoken(Locale locale) {
        return SPOKEN.stream().filter(spoken -> spoken.getLanguage().equals(locale.getLanguage())).findFirst().orElse(Locale.ENGLISH);
    }
}
