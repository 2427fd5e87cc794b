package org.complaintdesk.customerfile;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.NoSuchElementException;
import org.complaintdesk.customer.Customer;
import org.complaintdesk.customer.CustomerFiles;
import org.complaintdesk.customer.CustomerOrders;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What supervisors do with whole files: merge two of one person, hand one out, erase one. */
@Controller
@RequestMapping("/customers/{id:\\d{1,18}}")
class WholeFilePages {

    private final Customers customers;
    private final CustomerFiles files;
    private final CustomerOrders orders;
    private final Cases cases;
    private final PersonExport export;
    private final Erasure erasure;
    private final OnlyOwnCustomers own;
    private final Wording wording;

    WholeFilePages(Customers customers, CustomerFiles files, CustomerOrders orders, Cases cases, PersonExport export,
              Erasure erasure, OnlyOwnCustomers own, Wording wording) {
        this.customers = customers;
        this.files = files;
        this.orders = orders;
        this.cases = cases;
        this.export = export;
        this.erasure = erasure;
        this.own = own;
        this.wording = wording;
    }

    /** One of two files that are about to become one, and how much is in it. */
    record Side(Customer customer, ShownContact contact, int complaints, int reviews, int orders, boolean refusesContact) {
    }

    @ModelAttribute("wording")
    Wording wording() {
        return wording;
    }

    /** A file that also is another shop's is not theirs alone to merge, hand out or erase. */
    @ModelAttribute
    void whole(@PathVariable long id) {
        if (!own.isWhole(id)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    @ExceptionHandler(NoSuchElementException.class)
    void unknown(HttpServletResponse response) throws IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }

    @GetMapping("/merge")
    String preview(@PathVariable long id, @RequestParam(defaultValue = "") String with, Model model) {
        Customer kept = customers.byId(id);
        model.addAttribute("kept", side(kept));
        model.addAttribute("with", with);
        Customer other = other(with);
        if (other == null || other.id().equals(kept.id()) || other.isErased()) {
            model.addAttribute("problem", wording.text(other == null ? "customers.merge.unknown"
                    : other.isErased() ? "customers.merge.gone" : "customers.merge.same", with.strip()));
        } else {
            model.addAttribute("other", side(other));
            model.addAttribute("result", ShownContact.masked(kept.mergedWith(other)));
        }
        return "customers/merge";
    }

    @PostMapping("/merge")
    String merge(@PathVariable long id, @RequestParam String with, Principal who, HttpServletResponse response, Model model) {
        Customer other = other(with);
        if (other != null) {
            try {
                files.merge(other.id(), customers.byId(id).id(), who.getName());
                return "redirect:/customers/" + id;
            } catch (InvalidInput refused) {
                response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            }
        }
        return preview(id, with, model);
    }

    /** @return null when this is no number of a customer whose file is seen */
    private Customer other(String with) {
        String number = with.strip();
        if (!number.matches("\\d{1,18}")) {
            return null;
        }
        try {
            Customer other = customers.byId(Long.parseLong(number));
            return own.isWhole(other.id()) ? other : null;
        } catch (NoSuchElementException e) {
            return null;
        }
    }

    private Side side(Customer customer) {
        long id = customer.id();
        return new Side(customer, ShownContact.masked(customer), cases.complaints(id).size(), cases.reviews(id).size(),
                orders.of(id).size(), customers.refusesContact(id));
    }

    @PostMapping("/export")
    ResponseEntity<byte[]> export(@PathVariable long id, Principal who) {
        Customer customer = customers.byId(id);
        byte[] archive = export.of(customer, who.getName());
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("application/zip")).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename("customer-" + customer.id() + ".zip").build().toString())
                .body(archive);
    }

    @GetMapping("/erase")
    String ask(@PathVariable long id, Model model) {
        Customer customer = customers.byId(id);
        if (customer.isErased()) {
            return "redirect:/customers/" + customer.id();
        }
        List<Long> file = List.of(customer.id());
        model.addAttribute("customer", customer);
        model.addAttribute("contact", ShownContact.masked(customer));
        model.addAttribute("open", cases.open(file));
        model.addAttribute("cases", cases.numbers(file).size());
        model.addAttribute("orders", orders.of(customer.id()).size());
        model.addAttribute("refusesContact", customers.refusesContact(customer.id()));
        return "customers/erase";
    }

    @PostMapping("/erase")
    String erase(@PathVariable long id, @RequestParam(defaultValue = "") String confirmation, Principal who,
                 HttpServletResponse response, Model model) {
        try {
            erasure.erase(id, confirmation, who.getName());
            return "redirect:/customers/" + id;
        } catch (InvalidInput refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("problem", refused.getMessage());
            return ask(id, model);
        } catch (ConcurrencyFailureException overtaken) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("problem", wording.text("customers.erase.busy"));
            return ask(id, model);
        }
    }
}
