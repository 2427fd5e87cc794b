package org.complaintdesk.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.ZoneId;
import java.util.Locale;
import org.complaintdesk.platform.DeskProperties.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PageLanguageTests {

    private final PageLanguage pages = new PageLanguage(
            new DeskProperties(URI.create("https://desk.example"), Language.ZH, ZoneId.of("Asia/Shanghai"), null));

    private static MockHttpServletRequest asked(String path, String languages) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        if (languages != null) {
            request.addHeader("Accept-Language", languages);
            Locale.LanguageRange.parse(languages).stream().filter(range -> !range.getRange().equals("*"))
                    .sorted((a, b) -> Double.compare(a.getWeight(), b.getWeight()))
                    .forEach(range -> request.addPreferredLocale(Locale.forLanguageTag(range.getRange())));
        }
        return request;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"zh-CN,zh;q=0.9,en;q=0.8 | zh", "zh-TW | zh", "en-US,en;q=0.9,zh;q=0.5 | en", "fr-FR,fr;q=0.9 | en",
            "ja,zh;q=0.5 | zh", "* | zh", "| zh"})
    void customers_are_answered_in_the_language_their_browser_asks_for(String languages, String spoken) {
        assertThat(pages.resolveLocale(asked("/portal", languages)).getLanguage()).isEqualTo(spoken);
    }

    @Test
    void what_was_chosen_counts_more_than_what_the_browser_asks_for() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        pages.setLocale(asked("/portal", "zh"), response, Locale.ENGLISH);
        Cookie cookie = response.getCookie("desk-language");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSecure()).isTrue();

        MockHttpServletRequest next = asked("/track/x", "zh");
        next.setCookies(cookie);
        assertThat(pages.resolveLocale(next).getLanguage()).isEqualTo("en");
    }

    @Test
    void nonsense_in_the_cookie_is_nobodys_choice() {
        MockHttpServletRequest request = asked("/portal", "zh");
        request.setCookies(new Cookie("desk-language", "<script>"));
        assertThat(pages.resolveLocale(request).getLanguage()).isEqualTo("zh");
    }

    @Test
    void staff_read_the_language_of_the_installation() {
        assertThat(pages.resolveLocale(asked("/cases", "en")).getLanguage()).isEqualTo("zh");
        assertThat(pages.resolveLocale(asked("/portals", "en")).getLanguage()).isEqualTo("zh");
    }

    @Test
    void error_page_of_a_customers_page_speaks_the_customers_language() {
        MockHttpServletRequest error = asked("/error", "en");
        error.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/track/x");
        assertThat(pages.resolveLocale(error).getLanguage()).isEqualTo("en");
    }

    @Test
    void customers_page_is_one_in_whatever_way_its_address_is_spelled() {
        assertThat(PageLanguage.isForCustomers(asked("/%70ortal", "en"))).isTrue();
        assertThat(PageLanguage.isForCustomers(asked("/tr%61ck/x", "en"))).isTrue();
        MockHttpServletRequest below = asked("/desk/%70ortal", "en");
        below.setContextPath("/desk");
        assertThat(PageLanguage.isForCustomers(below)).isTrue();
    }

    @Test
    void address_that_cannot_be_read_is_nobodys_and_has_an_error_page() {
        MockHttpServletRequest error = asked("/error", "en");
        error.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/%zz");
        assertThat(pages.resolveLocale(error).getLanguage()).isEqualTo("zh");
    }
}
