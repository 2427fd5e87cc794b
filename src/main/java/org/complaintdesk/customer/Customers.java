package org.complaintdesk.customer;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The customer file. */
@Component
@Transactional
public class Customers {

    private static final int NAME_LENGTH = 100;
    private static final int EMAIL_LENGTH = 254;
    private static final int PHONE_LENGTH = 40;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern PHONE = Pattern.compile("[0-9*+()\\-\\s]{3,}(转|#|x|ext\\.?)?[0-9*\\s]*");
    private static final Pattern DOMAIN = Pattern.compile("[^@\\s]+@[\\p{L}\\p{N}]([\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?");

    private final CustomerStore store;
    private final Wording wording;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Customers(CustomerStore store, Wording wording, Clock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.wording = wording;
        this.clock = clock;
        this.events = events;
    }

    /**
     * The customer with exactly these details, new when there is none, or when no more than a name is known: many people
     * are called the same. Details are never merged into another customer: whoever knows a customer's name and phone must
     * not be able to redirect that customer's mail.
     *
     * @throws InvalidInput naming customerName, email, phone or platformId
     */
    public Customer register(Contact contact) {
        check(contact);
        return find(contact).orElseGet(() -> store.save(new Customer(null, contact.name(), contact.email(),
                contact.phone(), contact.platformId(), clock.instant())));
    }

    /** The customer with exactly these details; empty when no more than a name is known. */
    @Transactional(readOnly = true)
    public Optional<Customer> find(Contact contact) {
        return contact.identifies()
                ? store.findSame(contact.name(), contact.email(), contact.phone(), contact.platformId()) : Optional.empty();
    }

    /**
     * A colleague corrected what a customer is called or where they can be reached.
     *
     * @throws InvalidInput           naming customerName, email, phone or platformId
     * @throws NoSuchElementException when there is no such customer
     */
    public Customer updateContact(long id, Contact contact) {
        check(contact);
        return store.save(byId(id).with(contact));
    }

    /** @throws NoSuchElementException when there is no such customer */
    @Transactional(readOnly = true)
    public Customer byId(long id) {
        return store.findById(id).orElseThrow(() -> new NoSuchElementException("No customer " + id));
    }

    /**
     * The customer does not want to be contacted by us, from now on and in every case. What they ask for themselves is
     * still answered.
     *
     * @param reason what the customer said, may be null
     * @throws NoSuchElementException when there is no such customer
     */
    public void refuseContact(long id, String reason) {
        store.addRefusal(byId(id).id(), clock.instant(), CleanText.of(reason));
        events.publishEvent(new ContactRefused(id));
    }

    /**
     * @return whether this customer refused contact, or someone known by the same e-mail address, phone or platform name
     * @throws NoSuchElementException when there is no such customer
     */
    @Transactional(readOnly = true)
    public boolean refusesContact(long id) {
        Customer customer = byId(id);
        return store.hasRefusal(id, customer.email(), Known.phone(customer.phone()), Known.platformId(customer.platformId()));
    }

    /** Whether mail can be addressed to this text at all: one plain address, nothing around it. */
    public static boolean isEmailAddress(String text) {
        if (text == null || text.length() > EMAIL_LENGTH || CONTROL.matcher(text).find()
                || !DOMAIN.matcher(text).matches()) {
            return false;
        }
        try {
            InternetAddress address = new InternetAddress(text, true);
            return text.equals(address.getAddress());
        } catch (AddressException e) {
            return false;
        }
    }

    /**
     * What {@link #register} checks before it writes anything; the caller's transaction can go on.
     *
     * @throws InvalidInput naming customerName, email, phone or platformId
     */
    @Transactional(propagation = Propagation.SUPPORTS, noRollbackFor = InvalidInput.class)
    public void check(Contact contact) {
        if (contact.name() == null) {
            throw new InvalidInput("customerName", wording.text("customer.name.missing"));
        }
        plain("customerName", "customer.name.invalid", contact.name(), NAME_LENGTH);
        if (contact.email() != null && !isEmailAddress(contact.email())) {
            throw new InvalidInput("email", wording.text("customer.email.invalid"));
        }
        plain("phone", "customer.phone.invalid", contact.phone(), PHONE_LENGTH);
        if (contact.phone() != null && !PHONE.matcher(contact.phone()).matches()) {
            throw new InvalidInput("phone", wording.text("customer.phone.invalid", PHONE_LENGTH));
        }
        plain("platformId", "customer.platformId.invalid", contact.platformId(), NAME_LENGTH);
    }

    private void plain(String field, String message, String value, int length) {
        if (value != null && (value.length() > length || CONTROL.matcher(value).find())) {
            throw new InvalidInput(field, wording.text(message, length));
        }
    }
}
