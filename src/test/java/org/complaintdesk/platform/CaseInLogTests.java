package org.complaintdesk.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What is written to the log about a request names the case its path names. */
class CaseInLogTests {

    @ParameterizedTest
    @CsvSource({"/api/complaints/C-20261121-000042, C-20261121-000042", "/reviews/R-20261121-000007/evidence, R-20261121-000007",
            "/cases,", "/track/AC-20261121-0000421,"})
    void lines_of_a_request_name_its_case_and_later_ones_do_not(String path, String number) throws Exception {
        AtomicReference<String> named = new AtomicReference<>();

        new CaseInLog().doFilter(new MockHttpServletRequest("GET", path), new MockHttpServletResponse(),
                (request, response) -> named.set(MDC.get("case")));

        assertThat(named.get()).isEqualTo(number);
        assertThat(MDC.get("case")).isNull();
    }
}
