package org.complaintdesk.identity;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** The landing page: who goes where; and the way to the tasks, most urgent first. */
@Controller
class HomePage {

    /** Tasklist sorts by what its address says, not by what a filter says. */
    private static final String URGENT_FIRST =
            "[{\"sortBy\":\"priority\",\"sortOrder\":\"desc\"},{\"sortBy\":\"dueDate\",\"sortOrder\":\"asc\"}]";

    @GetMapping("/")
    String home() {
        return "index";
    }

    @GetMapping("/tasks")
    String tasks() {
        return "redirect:" + UriComponentsBuilder.fromPath("/camunda/app/tasklist/default/")
                .fragment("/?sorting={sorting}").encode().buildAndExpand(URGENT_FIRST).toUriString();
    }
}
