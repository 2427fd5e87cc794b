package org.complaintdesk.casefile;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.customer.ContactAccess;
import org.complaintdesk.customer.CustomerOrder;
import org.complaintdesk.customer.OrderLookup;
import org.complaintdesk.customer.OrderSourceUnavailable;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.policy.Money;
import org.complaintdesk.review.Review;
import org.complaintdesk.review.Reviews;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What a case's page does with its customer: show the contacts to whoever says why, ask what was ordered. */
@Controller
class ContactPages {

    private final CasePages casePages;
    private final ReviewPages reviewPages;
    private final Complaints complaints;
    private final Reviews reviews;
    private final ContactAccess access;
    private final OrderLookup orders;
    private final Wording wording;

    ContactPages(CasePages casePages, ReviewPages reviewPages, Complaints complaints, Reviews reviews, ContactAccess access,
                 OrderLookup orders, Wording wording) {
        this.casePages = casePages;
        this.reviewPages = reviewPages;
        this.complaints = complaints;
        this.reviews = reviews;
        this.access = access;
        this.orders = orders;
        this.wording = wording;
    }

    @ModelAttribute("wording")
    Wording wording() {
        return wording;
    }

    @PostMapping("/cases/{number}/contact")
    String complainant(@PathVariable String number, @RequestParam(defaultValue = "") String reason, Principal who,
                       HttpServletResponse response, Model model) {
        unmask(complaint(number).customerId(), number, reason, who, response, model);
        return casePages.show(number, who, model);
    }

    @PostMapping("/reviews/{number}/contact")
    String reviewer(@PathVariable String number, @RequestParam(defaultValue = "") String reason, Principal who,
                    HttpServletResponse response, Model model) {
        Review review = reviews.find(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        unmask(review.customerId(), number, reason, who, response, model);
        return reviewPages.show(number, who, model);
    }

    private void unmask(long customer, String number, String reason, Principal who, HttpServletResponse response, Model model) {
        try {
            access.unmask(customer, number, reason, who.getName());
            model.addAttribute(ContactView.WHOLE, true);
        } catch (InvalidInput refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("contactProblem", refused.getMessage());
            model.addAttribute("contactReason", reason);
        }
    }

    @PostMapping("/cases/{number}/order")
    String order(@PathVariable String number, Principal who, Model model) {
        Complaint complaint = complaint(number);
        if (complaint.orderNumber() == null || !orders.isConnected()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        try {
            Optional<CustomerOrder> found = orders.fetch(complaint.customerId(), complaint.shop(), complaint.channel().name(),
                    complaint.orderNumber(), who.getName());
            found.map(CustomerOrder::amount).filter(amount -> !complaint.isClosed()).map(Money::of).ifPresent(amount -> {
                complaint.correctPaid(amount);
                complaints.save(complaint);
            });
            model.addAttribute("orderAnswer", found.map(order -> wording.text("cases.order.found", told(order)))
                    .orElseGet(() -> wording.text("cases.order.none")));
        } catch (InvalidInput e) {
            model.addAttribute("orderAnswer", wording.text("cases.order.none"));
        } catch (OrderSourceUnavailable e) {
            model.addAttribute("orderAnswer", wording.text("cases.order.unavailable"));
        }
        return casePages.show(number, who, model);
    }

    private String told(CustomerOrder order) {
        return Stream.of(order.amount() == null ? null : Money.of(order.amount()).format(), order.product(),
                wording.of(order.status())).filter(Objects::nonNull).collect(Collectors.joining(" · "));
    }

    private Complaint complaint(String number) {
        return complaints.find(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
