package org.complaintdesk.tracking;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What is shown instead of a case. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ControllerAdvice(basePackageClasses = LinkProblems.class)
class LinkProblems {

    @ExceptionHandler
    String show(LinkProblem problem, HttpServletResponse response, Model model) {
        response.setStatus(problem.kind().status().value());
        model.addAttribute("kind", problem.kind().name());
        model.addAttribute("token", problem.token());
        return "track/link";
    }
}
