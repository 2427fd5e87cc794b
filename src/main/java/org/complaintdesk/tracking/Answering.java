package org.complaintdesk.tracking;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import org.complaintdesk.complaint.Answered;
import org.complaintdesk.complaint.CustomerRequests;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Limit;
import org.complaintdesk.platform.RateLimits;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What all forms of the page have in common: nothing typed is lost, nothing counts twice, and then the page says so. */
@Component
class Answering {

    static final Limit WRITES = new Limit("track.write", 30, Duration.ofMinutes(10));

    private final CustomerRequests requests;
    private final Customers customers;
    private final TrackScreen screen;
    private final RateLimits limits;

    Answering(CustomerRequests requests, Customers customers, TrackScreen screen, RateLimits limits) {
        this.requests = requests;
        this.customers = customers;
        this.screen = screen;
        this.limits = limits;
    }

    /** A form on its way through. */
    record Form(Visit visit, Deed deed, Draft draft, Locale locale, Model model, HttpServletResponse response) {
    }

    /**
     * @param reading notes what is wrong with what was typed, and gives what to do when nothing is
     * @return the view, or where to go
     */
    String take(Form form, Supplier<Supplier<Answered>> reading) {
        if (!limits.allows(WRITES, form.visit().number().value())) {
            form.draft().with("form", screen.words(form.locale()).text("track.problem.too-often"));
            return again(form, HttpStatus.TOO_MANY_REQUESTS);
        }
        Supplier<Answered> act = reading.get();
        if (!form.draft().problems().isEmpty()) {
            return again(form, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        Visit visit = form.visit();
        Answered answered;
        try {
            if (visit.c() != null) {
                requests.confirmContact(visit.number());
            }
            customers.speaks(visit.complaint().customerId(), form.locale());
            answered = act.get();
        } catch (InvalidInput refused) {
            form.draft().with(refused.field(), refused.getMessage());
            return again(form, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return "redirect:/track/" + visit.token() + "?deed=" + form.deed() + "&answered=" + answered;
    }

    private String again(Form form, HttpStatus status) {
        form.response().setStatus(status.value());
        return screen.show(form.visit(), form.draft(), null, form.locale(), form.model());
    }
}
