package org.complaintdesk.platform;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** Builds the problem details of the desk: a stable type, a title and a detail in the installation's language. */
@Component
public class ProblemDetails {

    private final Wording wording;
    private final ObjectMapper json;

    ProblemDetails(Wording wording, ObjectMapper json) {
        this.wording = wording;
        this.json = json;
    }

    /** @param type the last part of the type's URN; the title is the text {@code problem.title.<type>} */
    ProblemDetail of(HttpStatusCode status, String type, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("urn:complaint-desk:problem:" + type));
        problem.setTitle(wording.text("problem.title." + type));
        return problem;
    }

    /** Answers from outside a controller; the detail is the text {@code problem.<type>} with these arguments. */
    public void write(HttpServletResponse response, HttpStatus status, String type, Object... arguments) throws IOException {
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getWriter(), of(status, type, wording.text("problem." + type, arguments)));
    }
}
