package org.complaintdesk.casefile;

import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.customer.Customer;
import org.complaintdesk.customer.Masked;
import org.complaintdesk.customer.OrderLookup;
import org.complaintdesk.identity.Staff;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** How a case shows its customer: phone and address masked, until someone who may has said why they must see them. */
@Component
class ContactView {

    /** In the model: the contacts are to be shown whole this once. */
    static final String WHOLE = "contactShown";

    private final OrderLookup orders;
    private final Staff staff;

    ContactView(OrderLookup orders, Staff staff) {
        this.orders = orders;
        this.staff = staff;
    }

    void fill(Customer customer, Principal who, Model model) {
        boolean whole = Boolean.TRUE.equals(model.getAttribute(WHOLE));
        List<String> contacts = Stream.of(whole ? customer.phone() : Masked.phone(customer.phone()),
                        whole ? customer.email() : Masked.email(customer.email()), customer.platformId())
                .filter(Objects::nonNull).filter(contact -> !contact.equals(customer.name())).toList();
        model.addAttribute("contacts", contacts);
        model.addAttribute("mayUnmask", !whole && (customer.phone() != null || customer.email() != null)
                && staff.worksOnCases(who.getName()));
    }

    /** @return whether this person may ask the system that knows the orders for the complaint's */
    boolean canFetchOrder(Complaint complaint, Principal who) {
        return complaint.orderNumber() != null && orders.isConnected() && staff.worksOnCases(who.getName());
    }
}
