package org.complaintdesk.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import java.util.List;
import java.util.UUID;
import org.complaintdesk.platform.ProblemDetails;
import org.complaintdesk.platform.RateLimits;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@DeskTest
class PersonLimitTests {

    @Autowired
    RateLimits rates;
    @Autowired
    ProblemDetails problems;

    private final FilterChain served = (request, response) -> {
    };

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_program_gone_wild_is_told_to_wait_and_its_colleague_is_served() throws Exception {
        PersonLimit.Each limit = new PersonLimit(rates, problems, new RequestLimits(10, 10)).forPrograms();
        String wild = signedIn();
        for (int i = 0; i < 10; i++) {
            assertThat(asks(limit).getStatus()).isEqualTo(200);
        }

        MockHttpServletResponse answer = asks(limit);

        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("10");
        assertThat(answer.getContentAsString()).contains("too-many-requests");
        assertThat(signedIn()).isNotEqualTo(wild);
        assertThat(asks(limit).getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse asks(PersonLimit.Each limit) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        limit.doFilter(new MockHttpServletRequest("GET", "/api/complaints"), response, served);
        return response;
    }

    private static String signedIn() {
        String name = UUID.randomUUID().toString();
        SecurityContextHolder.getContext().setAuthentication(UsernamePasswordAuthenticationToken.authenticated(name, null, List.of()));
        return name;
    }
}
