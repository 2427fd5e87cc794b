package org.complaintdesk.tracking;

import jakarta.servlet.http.HttpServletRequest;
import org.complaintdesk.customer.Customers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * No more surveys: with the button of this page, or with one click in a mail program, which posts to the same address
 * (RFC 8058). The address is signed, so it needs no cookie; looking at it changes nothing.
 */
@Controller
@RequestMapping("/track/{token}/surveys/stop")
class SurveyStop {

    private final Visits visits;
    private final PrivateLinks links;
    private final Customers customers;

    SurveyStop(Visits visits, PrivateLinks links, Customers customers) {
        this.visits = visits;
        this.links = links;
        this.customers = customers;
    }

    @GetMapping
    String ask(@PathVariable String token, @RequestParam(required = false) String m, HttpServletRequest request, Model model) {
        long customer = customer(token, m, request);
        return show(token, m, customers.refusesSurveys(customer), model);
    }

    @PostMapping
    String stop(@PathVariable String token, @RequestParam(required = false) String m, HttpServletRequest request, Model model) {
        long customer = customer(token, m, request);
        if (!customers.refusesSurveys(customer)) {
            customers.refuseSurveys(customer);
        }
        return show(token, m, true, model);
    }

    private static String show(String token, String m, boolean stopped, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("m", m);
        model.addAttribute("stopped", stopped);
        return "track/surveys";
    }

    private long customer(String token, String m, HttpServletRequest request) {
        Visit visit = visits.known(token, request);
        if (!links.stopsSurveys(visit.number().value(), m)) {
            throw new LinkProblem(LinkProblem.Kind.UNKNOWN, null);
        }
        return visit.complaint().customerId();
    }
}
