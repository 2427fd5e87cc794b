package org.complaintdesk.customerfile;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.customer.ContactAccess;
import org.complaintdesk.customer.Customer;
import org.complaintdesk.customer.CustomerFiles;
import org.complaintdesk.customer.CustomerOrders;
import org.complaintdesk.customer.CustomerSearch;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.customer.OrderStatus;
import org.complaintdesk.customer.PreferredContact;
import org.complaintdesk.identity.ShopScope;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.review.Review;
import org.complaintdesk.update.Audience;
import org.complaintdesk.update.CustomerUpdates;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Everything the page of one customer shows. */
@Component
class CustomerSheet {

    private final Customers customers;
    private final CustomerSearch search;
    private final CustomerFiles files;
    private final CustomerOrders orders;
    private final ContactAccess access;
    private final CustomerUpdates updates;
    private final Cases cases;
    private final Shops shops;
    private final Staff staff;

    CustomerSheet(Customers customers, CustomerSearch search, CustomerFiles files, CustomerOrders orders, ContactAccess access,
                  CustomerUpdates updates, Cases cases, Shops shops, Staff staff) {
        this.customers = customers;
        this.search = search;
        this.files = files;
        this.orders = orders;
        this.access = access;
        this.updates = updates;
        this.cases = cases;
        this.shops = shops;
        this.staff = staff;
    }

    /** One line of what was noted, by whom. */
    record Line(Instant at, String who, String what, String text) {
    }

    /** @param contact the customer's as it is to be shown; what the model has already stays */
    void fill(Customer customer, ShownContact contact, Principal who, Model model) {
        long id = customer.id();
        ShopScope own = shops.seenNow();
        List<Complaint> complaints = cases.complaints(id).stream().filter(complaint -> own.includes(complaint.shop())).toList();
        List<Review> reviews = cases.reviews(id).stream().filter(review -> own.includes(review.shop())).toList();
        model.addAttribute("customer", customer);
        model.addAttribute("contact", contact);
        model.addAttribute("others", files.mergedInto(id).stream().map(ShownContact::masked).toList());
        model.addAttribute("completeness", search.completeness(List.of(id)).get(id));
        model.addAttribute("complaints", complaints);
        model.addAttribute("reviews", reviews);
        model.addAttribute("orders", orders.of(id).stream().filter(order -> own.includes(order.shop())).toList());
        model.addAttribute("messages", Stream.concat(complaints.stream().map(each -> each.number().value()),
                reviews.stream().map(each -> each.number().value())).mapToInt(this::messages).sum());
        model.addAttribute("refusesContact", customers.refusesContact(id));
        model.addAttribute("refusesSurveys", customers.refusesSurveys(id));
        UnaryOperator<String> names = staff::displayName;
        model.addAttribute("words", customers.wordsOnContact(id).stream().map(word -> new Line(word.at(),
                word.who() == null ? null : names.apply(word.who()), word.lifted() ? "LIFTED" : "REFUSED", word.reason())).toList());
        model.addAttribute("channels", Channel.values());
        model.addAttribute("statuses", OrderStatus.values());
        model.addAttribute("ways", PreferredContact.values());
        model.addAttribute("languages", Map.of("zh", Locale.CHINESE, "en", Locale.ENGLISH));
        boolean works = staff.worksOnCases(who.getName()) && !customer.isErased();
        boolean keeps = staff.keepsFiles(who.getName()) && !customer.isErased() && !search.concerns(id, own.hidden());
        model.addAttribute("mayEdit", works);
        model.addAttribute("mayKeep", keeps);
        if (keeps) {
            model.addAttribute("likely", search.likelySame(customer).stream()
                    .filter(same -> !search.isHidden(same.id(), own.hidden())).map(same -> new Likely(same, ShownContact.masked(same))).toList());
        }
        if (staff.oversees(who.getName())) {
            model.addAttribute("seen", access.of(id).stream().map(seen -> new Line(seen.at(), names.apply(seen.who()),
                    seen.place(), seen.reason())).toList());
            model.addAttribute("actions", files.actions(id).stream().map(action -> new Line(action.at(),
                    names.apply(action.who()), action.what().name(),
                    action.details().getOrDefault("from", action.details().get("surveys")))).toList());
        }
    }

    /** A file that is likely the same person's. */
    record Likely(Customer customer, ShownContact contact) {
    }

    private int messages(String number) {
        return (int) updates.of(number).stream().filter(update -> update.audience() == Audience.CUSTOMER).count();
    }
}
