package org.complaintdesk.platform;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.complaintdesk.platform.CustomerForms.Files;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;

class CustomerUploadsTests {

    private static final String TEXT = """
            --b\r
            Content-Disposition: form-data; name="_csrf"\r
            \r
            token\r
            --b\r
            Content-Disposition: form-data; name="description"\r
            \r
            碎了 😡\r
            --b\r
            Content-Disposition: form-data; name="wishes"\r
            \r
            REFUND\r
            --b\r
            Content-Disposition: form-data; name="wishes"\r
            \r
            RETURN\r
            --b\r
            Content-Disposition: form-data; name="files"; filename="a.jpg"\r
            Content-Type: image/jpeg\r
            \r
            """;

    @Test
    void of_what_is_too_large_only_the_text_is_read() throws Exception {
        HttpServletRequest form = passed(uploads("1MB", 4, "100MB", "100MB"), sent(TEXT + "x".repeat(2 << 20)));

        assertThat(CustomerForms.files(form)).isEqualTo(Files.TOO_LARGE);
        assertThat(form.getParameter("_csrf")).isEqualTo("token");
        assertThat(form.getParameter("description")).isEqualTo("碎了 😡");
        assertThat(form.getParameterValues("wishes")).containsExactly("REFUND", "RETURN");
        assertThat(form.getParameter("files")).isNull();
        assertThat(form.getParts()).isEmpty();
        assertThat(form.getContentType()).isEqualTo("application/x-www-form-urlencoded");
    }

    @Test
    void text_without_end_is_not_read_without_end() throws Exception {
        HttpServletRequest form = passed(uploads("1MB", 4, "100MB", "100MB"), sent(TEXT.replace("碎了", "长".repeat(1 << 20))));

        assertThat(form.getParameter("description").getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(300_000);
    }

    @Test
    void broken_form_is_no_failure() throws Exception {
        assertThat(passed(uploads("1B", 4, "100MB", "100MB"), sent("--b\r\nContent-Dis")).getParameterMap()).isEmpty();
        assertThat(passed(uploads("1B", 4, "100MB", "100MB"), sent("nothing of the kind")).getParameterMap()).isEmpty();
    }

    @Test
    void whoever_sends_too_much_in_an_hour_is_read_without_files_and_nobody_else_is() throws Exception {
        CustomerUploads uploads = uploads("1MB", 4, "3MB", "100MB");
        for (int i = 0; i < 3; i++) {
            assertThat(CustomerForms.files(passed(uploads, sent(TEXT)))).isEqualTo(Files.TAKEN);
        }
        assertThat(CustomerForms.files(passed(uploads, sent(TEXT)))).isEqualTo(Files.TOO_MANY);
        MockHttpServletRequest other = sent(TEXT);
        other.setRemoteAddr("203.0.113.9");
        assertThat(CustomerForms.files(passed(uploads, other))).isEqualTo(Files.TAKEN);
    }

    @Test
    void when_all_together_send_too_much_only_text_is_read() throws Exception {
        CustomerUploads uploads = uploads("1MB", 4, "100MB", "1MB");
        assertThat(CustomerForms.files(passed(uploads, sent(TEXT)))).isEqualTo(Files.TAKEN);
        assertThat(CustomerForms.files(passed(uploads, sent(TEXT)))).isEqualTo(Files.TOO_MANY);
    }

    @Test
    void while_many_are_sending_the_next_is_read_without_files_and_room_becomes_free_again() throws Exception {
        CustomerUploads uploads = uploads("1MB", 1, "100MB", "100MB");
        HttpServletRequest[] second = new HttpServletRequest[1];
        FilterChain slow = (request, response) -> {
            try {
                second[0] = passed(uploads, sent(TEXT));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };
        uploads.doFilter(sent(TEXT), new MockHttpServletResponse(), slow);

        assertThat(CustomerForms.files(second[0])).isEqualTo(Files.TOO_MANY);
        assertThat(CustomerForms.files(passed(uploads, sent(TEXT)))).isEqualTo(Files.TAKEN);
    }

    @Test
    void length_must_be_told() throws Exception {
        MockHttpServletRequest chunked = new MockHttpServletRequest("POST", "/portal");
        chunked.setContentType("multipart/form-data; boundary=b");
        chunked.addHeader("Transfer-Encoding", "chunked");
        MockHttpServletResponse response = new MockHttpServletResponse();
        uploads("1MB", 1, "1MB", "1MB").doFilter(chunked, response, new MockFilterChain());
        assertThat(response.getStatus()).isEqualTo(411);
    }

    @Test
    void staffs_uploads_are_not_its_business() throws Exception {
        MockHttpServletRequest imported = sent(TEXT);
        imported.setRequestURI("/imports");
        assertThat(passed(uploads("1B", 1, "1MB", "1MB"), imported)).isSameAs(imported);
    }

    private static CustomerUploads uploads(String largest, int atOnce, String perAddress, String inAll) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("rates", new RateLimits(Clock.systemUTC()));
        return new CustomerUploads(new CustomerFormLimits(DataSize.parse(largest), atOnce, DataSize.parse(perAddress),
                DataSize.parse(inAll)), beans.getBeanProvider(RateLimits.class));
    }

    private static MockHttpServletRequest sent(String body) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/portal");
        request.setContentType("multipart/form-data; boundary=b");
        request.setCharacterEncoding("UTF-8");
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        return request;
    }

    private static HttpServletRequest passed(CustomerUploads uploads, MockHttpServletRequest request) throws Exception {
        MockFilterChain chain = new MockFilterChain();
        uploads.doFilter(request, new MockHttpServletResponse(), chain);
        return (HttpServletRequest) chain.getRequest();
    }
}
