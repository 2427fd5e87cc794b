package org.complaintdesk.identity;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The landing page: who goes where. */
@Controller
class HomePage {

    @GetMapping("/")
    String home() {
        return "index";
    }
}
