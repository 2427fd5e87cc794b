package org.complaintdesk.customerfile;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.complaintdesk.customer.Completeness;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.customer.ContactAccess;
import org.complaintdesk.customer.ContactSearch;
import org.complaintdesk.customer.Customer;
import org.complaintdesk.customer.CustomerFiles;
import org.complaintdesk.customer.CustomerSearch;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.customer.FileAction;
import org.complaintdesk.customer.PreferredContact;
import org.complaintdesk.identity.ContactLookups;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.http.HttpStatus;
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

/** Find a customer, read the file, correct it. Contacts are masked until someone says why they must see them. */
@Controller
@RequestMapping("/customers")
class CustomerFilePages {

    /** Where contacts were seen, when it was here. */
    static final String PLACE = "customer";
    private static final int PAGE = 20;

    private final Customers customers;
    private final CustomerSearch search;
    private final ContactSearch contacts;
    private final ContactLookups lookups;
    private final CustomerFiles files;
    private final ContactAccess access;
    private final CustomerSheet sheet;
    private final Cases cases;
    private final OrderEntry orders;
    private final Shops shops;
    private final Wording wording;

    CustomerFilePages(Customers customers, CustomerSearch search, ContactSearch contacts, ContactLookups lookups, CustomerFiles files,
                      ContactAccess access, CustomerSheet sheet, Cases cases, OrderEntry orders, Shops shops, Wording wording) {
        this.customers = customers;
        this.search = search;
        this.contacts = contacts;
        this.lookups = lookups;
        this.files = files;
        this.access = access;
        this.sheet = sheet;
        this.cases = cases;
        this.orders = orders;
        this.shops = shops;
        this.wording = wording;
    }

    /** One customer in the list. */
    record Listed(Customer customer, ShownContact contact, Completeness completeness) {
    }

    @ModelAttribute("wording")
    Wording wording() {
        return wording;
    }

    @ExceptionHandler(NoSuchElementException.class)
    void unknown(HttpServletResponse response) throws java.io.IOException {
        response.sendError(HttpStatus.NOT_FOUND.value());
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") int page, Principal who, Model model) {
        String sought = CleanText.of(q);
        boolean contact = sought != null && ContactSearch.isContact(sought);
        boolean refused = contact && !lookups.allows(who.getName());
        CustomerSearch.Found list = search.find(sought, known(sought, contact && !refused), shops.seenNow().hidden(),
                PageRequest.of(Math.max(0, Math.min(page, 10_000)), PAGE));
        Page<Customer> found = list.page();
        Map<Long, Completeness> completeness = search.completeness(found.map(Customer::id).getContent());
        model.addAttribute("found", found);
        model.addAttribute("more", list.more());
        model.addAttribute("rows", found.map(customer -> new Listed(customer, ShownContact.masked(customer),
                completeness.get(customer.id()))).getContent());
        model.addAttribute("q", q);
        model.addAttribute("sought", sought != null);
        model.addAttribute("contactRefused", refused);
        if (sought == null && found.getNumber() == 0) {
            model.addAttribute("mean", search.meanCompleteness(list.all()));
        }
        return "customers/list";
    }

    private List<Long> known(String sought, boolean byContact) {
        return sought == null ? List.of()
                : Stream.concat(cases.customersOf(sought).stream(), byContact ? contacts.reachedBy(sought).stream() : Stream.empty()).toList();
    }

    @GetMapping("/{id:\\d{1,18}}")
    String show(@PathVariable long id, Principal who, Model model) {
        Customer customer = customers.byId(id);
        if (customer.id() != id) {
            return "redirect:/customers/" + customer.id();
        }
        sheet.fill(customer, ShownContact.masked(customer), who, model);
        return "customers/customer";
    }

    /** Shows the contacts whole, once, to whoever says why. */
    @PostMapping("/{id:\\d{1,18}}/unmask")
    String unmask(@PathVariable long id, @RequestParam String reason, Principal who, HttpServletResponse response, Model model) {
        try {
            Customer customer = access.unmask(id, PLACE, reason, who.getName());
            sheet.fill(customer, ShownContact.whole(customer.contact()), who, model);
            return "customers/customer";
        } catch (InvalidInput refused) {
            model.addAttribute("reason", reason);
            return refused("unmask", refused, id, who, response, model);
        }
    }

    @PostMapping("/{id:\\d{1,18}}/contact")
    String correct(@PathVariable long id, @RequestParam String customerName, @RequestParam(defaultValue = "") String email,
                   @RequestParam(defaultValue = "") String phone, @RequestParam(defaultValue = "") String platformId,
                   Principal who, HttpServletResponse response, Model model) {
        Contact entered = new Contact(customerName, email, phone, platformId);
        Customer customer = alive(id);
        try {
            customers.updateContact(customer.id(), entered);
            files.note(customer.id(), FileAction.What.CONTACT_CORRECTED, Map.of(), who.getName());
            return "redirect:/customers/" + customer.id();
        } catch (InvalidInput refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            sheet.fill(customer, ShownContact.whole(entered), who, model);
            return problem("contact", refused, model);
        }
    }

    /** @param shown what the page said of surveys: a box left as it was does not lift what the customer refused since */
    @PostMapping("/{id:\\d{1,18}}/preferences")
    String prefer(@PathVariable long id, @RequestParam(required = false) PreferredContact preferred,
                  @RequestParam(defaultValue = "") String language, @RequestParam(defaultValue = "false") boolean surveys,
                  @RequestParam("surveysShown") boolean shown, Principal who) {
        long file = alive(id).id();
        boolean changed = surveys != shown;
        customers.prefer(file, preferred, language.isBlank() ? null : Locale.forLanguageTag(language), changed ? surveys : null);
        files.note(file, FileAction.What.PREFERENCES, changed ? Map.of("surveys", String.valueOf(surveys)) : Map.of(), who.getName());
        return "redirect:/customers/" + file + "#preferences";
    }

    @PostMapping("/{id:\\d{1,18}}/refusal")
    String refuse(@PathVariable long id, @RequestParam(defaultValue = "") String reason, Principal who,
                  HttpServletResponse response, Model model) {
        String said = CleanText.of(reason);
        if (said == null) {
            return refused("refusal", wording.invalid("reason", "input.missing"), id, who, response, model);
        }
        customers.refuseContact(alive(id).id(), CleanText.cut(said, 500));
        return "redirect:/customers/" + id + "#preferences";
    }

    @PostMapping("/{id:\\d{1,18}}/welcome")
    String welcome(@PathVariable long id, @RequestParam(defaultValue = "") String reason, Principal who,
                   HttpServletResponse response, Model model) {
        try {
            customers.welcomesContact(alive(id).id(), reason, who.getName());
            return "redirect:/customers/" + id + "#preferences";
        } catch (InvalidInput refused) {
            return refused("welcome", refused, id, who, response, model);
        }
    }

    @PostMapping("/{id:\\d{1,18}}/orders")
    String order(@PathVariable long id, OrderEntry.Typed typed, Principal who, HttpServletResponse response, Model model) {
        try {
            orders.take(alive(id).id(), typed, who.getName());
            return "redirect:/customers/" + id + "#orders";
        } catch (InvalidInput refused) {
            model.addAttribute("typed", typed);
            return refused("orders", refused, id, who, response, model);
        }
    }

    private Customer alive(long id) {
        Customer customer = customers.byId(id);
        if (customer.isErased()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return customer;
    }

    private String refused(String form, InvalidInput refused, long id, Principal who, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        Customer customer = customers.byId(id);
        sheet.fill(customer, ShownContact.masked(customer), who, model);
        return problem(form, refused, model);
    }

    /** @param form which of the page's forms says so */
    private static String problem(String form, InvalidInput refused, Model model) {
        model.addAttribute("problemIn", form);
        model.addAttribute("problem", refused.getMessage());
        model.addAttribute("field", refused.field());
        return "customers/customer";
    }
}
