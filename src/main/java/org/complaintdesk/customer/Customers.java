package org.complaintdesk.customer;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.OncePerTransaction;
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
    private static final int BOUNCE_LENGTH = 500;
    private static final Set<String> LANGUAGES = Set.of("zh", "en");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern PHONE = Pattern.compile("[0-9*+()\\-\\s]{3,}(转|#|x|ext\\.?)?[0-9*\\s]*");
    private static final Pattern DOMAIN = Pattern.compile("[^@\\s]+@[\\p{L}\\p{N}]([\\p{L}\\p{N}.-]*[\\p{L}\\p{N}])?");

    /** SQL has no empty list. */
    private static final List<String> NO_DIGEST = List.of("");

    private final CustomerStore store;
    private final Wording wording;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final RefusalDigests erasedRefusals;
    private final Reasons reasons;
    private final OncePerTransaction<Long, Customer> files;

    Customers(CustomerStore store, RefusalDigests erasedRefusals, Reasons reasons, Wording wording, Clock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.erasedRefusals = erasedRefusals;
        this.reasons = reasons;
        this.wording = wording;
        this.clock = clock;
        this.events = events;
        this.files = new OncePerTransaction<>(this::read);
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
        Customer customer = inForce(store.findOrAdd(contact.identifies(), contact.name(), contact.email(), contact.phone(),
                contact.platformId(), clock.instant()));
        files.put(customer.id(), customer);
        return customer;
    }

    /**
     * A colleague corrected what a customer is called or where they can be reached.
     *
     * @throws InvalidInput           naming customerName, email, phone or platformId
     * @throws NoSuchElementException when there is no such customer
     */
    public Customer updateContact(long id, Contact contact) {
        check(contact);
        Customer known = byId(id);
        Customer corrected = known.with(contact);
        if (corrected.equals(known)) {
            return known;
        }
        files.forget();
        return store.save(corrected);
    }

    /**
     * @return the customer; the one whose file this one became part of, when it was merged
     * @throws NoSuchElementException when there is no such customer
     */
    @Transactional(readOnly = true)
    public Customer byId(long id) {
        return files.get(id);
    }

    private Customer read(long id) {
        return store.findById(id).map(this::inForce).orElseThrow(() -> new NoSuchElementException("No customer " + id));
    }

    /** Files were changed, or may have been while this transaction waited for them. */
    void readAgain() {
        files.forget();
    }

    /** @return those of these customers that exist, by their ids; a file that was merged stands for itself here */
    @Transactional(readOnly = true)
    public Map<Long, Customer> byIds(Collection<Long> ids) {
        return store.findAllById(ids).stream().collect(Collectors.toMap(Customer::id, customer -> customer));
    }

    private Customer inForce(Customer customer) {
        return customer.mergedInto() == null ? customer : byId(customer.mergedInto());
    }

    /** @return everyone who reads mail at the address, those known longest first */
    @Transactional(readOnly = true)
    public List<Customer> byAddress(String email) {
        String address = new Contact(null, email, null, null).email();
        return address == null ? List.of() : store.findByAddress(address);
    }

    /**
     * The customer wrote or chose this language; one we do not speak changes nothing.
     *
     * @throws NoSuchElementException when there is no such customer
     */
    public void speaks(long id, Locale language) {
        Customer customer = byId(id);
        if (LANGUAGES.contains(language.getLanguage()) && !language.getLanguage().equals(customer.language())) {
            store.setLanguage(customer.id(), language.getLanguage());
            files.forget();
        }
    }

    /**
     * @return the language the customer writes in; empty when unknown
     * @throws NoSuchElementException when there is no such customer
     */
    @Transactional(readOnly = true)
    public Optional<Locale> language(long id) {
        return Optional.ofNullable(byId(id).language()).map(Locale::forLanguageTag);
    }

    /**
     * The customer wants no more surveys; said again it changes nothing.
     *
     * @throws NoSuchElementException when there is no such customer
     */
    public void refuseSurveys(long id) {
        store.refuseSurveys(byId(id).id(), clock.instant());
        files.forget();
    }

    /**
     * @return whether this customer wants no surveys, or someone who reads mail at the same address
     * @throws NoSuchElementException when there is no such customer
     */
    @Transactional(readOnly = true)
    public boolean refusesSurveys(long id) {
        Customer customer = byId(id);
        return store.hasSurveyRefusal(customer.id(), customer.email());
    }

    /**
     * Mail to an address came back for good. No customer with the address is sent mail until the address is corrected or
     * {@linkplain #addressWorks proves good}.
     *
     * @param reason what the mail server said, may be null
     */
    public void addressBounced(String email, String reason) {
        String address = new Contact(null, email, null, null).email();
        String said = CleanText.of(reason);
        if (address != null) {
            store.addressBounced(address, clock.instant(), said == null ? null : CleanText.cut(said, BOUNCE_LENGTH));
            files.forget();
        }
    }

    /**
     * The customer wrote from the address on file or followed a link we sent there, or a colleague says that it is right: mail
     * goes there again, though some came back once.
     *
     * @throws NoSuchElementException when there is no such customer
     */
    public void addressWorks(long id) {
        Customer customer = byId(id);
        if (customer.emailBouncedAt() != null) {
            store.addressWorks(customer.email());
            files.forget();
        }
    }

    /**
     * @return whether mail can be sent to this customer: there is an address, and mail to it does not come back
     * @throws NoSuchElementException when there is no such customer
     */
    @Transactional(readOnly = true)
    public boolean hasUsableAddress(long id) {
        return byId(id).hasUsableAddress();
    }

    /**
     * The customer does not want to be contacted by us, from now on and in every case. What they ask for themselves is
     * still answered.
     *
     * @param reason what the customer said, may be null
     * @throws NoSuchElementException when there is no such customer
     */
    public void refuseContact(long id, String reason) {
        Customer customer = byId(id);
        store.addRefusal(customer.id(), clock.instant(), CleanText.of(reason), false, null);
        events.publishEvent(new ContactRefused(customer.id()));
    }

    /**
     * @return whether this customer refused contact, or someone known by the same e-mail address, phone or platform name
     * @throws NoSuchElementException when there is no such customer
     */
    @Transactional(readOnly = true)
    public boolean refusesContact(long id) {
        return isRefused(byId(id), store::isRefused);
    }

    /**
     * @return whether both are one person as far as can be told: one file, or known by the same e-mail address, phone or
     *         platform name
     * @throws NoSuchElementException when there is no such customer
     */
    @Transactional(readOnly = true)
    public boolean areOne(long one, long other) {
        return byId(one).isKnownAs(byId(other));
    }

    /**
     * @return whether nobody asks this customer what they think: they {@linkplain #refusesContact refuse contact}, or
     *         {@linkplain #refusesSurveys surveys}
     * @throws NoSuchElementException when there is no such customer
     */
    @Transactional(readOnly = true)
    public boolean refusesToBeAsked(long id) {
        return isRefused(byId(id), store::isRefusedOrOfSurveys);
    }

    /** How a refusal is looked up by all a customer is known by. */
    @FunctionalInterface
    private interface Refusal {

        boolean of(long customer, String email, String phone, String platformId, List<String> digests);
    }

    private boolean isRefused(Customer customer, Refusal refusal) {
        List<String> digests = erasedRefusals.of(customer.contact());
        return refusal.of(customer.id(), customer.email(), Known.phone(customer.phone()), Known.platformId(customer.platformId()),
                digests.isEmpty() ? NO_DIGEST : digests);
    }

    private List<Long> refusing(Customer customer) {
        return store.findRefusing(customer.id(), customer.email(), Known.phone(customer.phone()), Known.platformId(customer.platformId()));
    }

    /** @return what was noted about contact in this file, latest first: refused, or welcome again */
    @Transactional(readOnly = true)
    public List<ContactWord> wordsOnContact(long id) {
        return store.findWords(byId(id).id());
    }

    /**
     * Contact is welcome again: the customer said so. It is noted beside every refusal that is in force for this customer.
     *
     * @param reason how we know, not null
     * @param by     the user id of the supervisor who notes it
     * @throws InvalidInput naming the reason, when it is missing or too long
     */
    @Transactional(noRollbackFor = InvalidInput.class)
    public void welcomesContact(long id, String reason, String by) {
        Customer customer = byId(id);
        String said = reasons.read(reason);
        refusing(customer).forEach(refusing -> store.addRefusal(refusing, clock.instant(), said, true, by));
        erasedRefusals.forget(customer.contact());
    }

    /**
     * What a customer wishes; null is nothing in particular.
     *
     * @param surveys whether surveys are welcome; null leaves that as it is
     * @throws NoSuchElementException when there is no such customer
     */
    public void prefer(long id, PreferredContact preferred, Locale language, Boolean surveys) {
        long file = byId(id).id();
        store.setPreferredContact(file, preferred);
        store.setLanguage(file, language == null || !LANGUAGES.contains(language.getLanguage()) ? null : language.getLanguage());
        if (Boolean.TRUE.equals(surveys)) {
            store.allowSurveys(file);
        } else if (surveys != null) {
            store.refuseSurveys(file, clock.instant());
        }
        files.forget();
    }

    /**
     * The customer someone most likely is, for what can do no harm when it is somebody else after all: known by the
     * address, the phone or the name in the platform's chat. A phone that is partly hidden counts with the name only.
     */
    @Transactional(readOnly = true)
    public Optional<Customer> recognise(Contact contact) {
        return contact.identifies() ? store.findKnown(contact.name(), contact.email(), Known.phone(contact.phone()),
                Known.platformId(contact.platformId())).map(this::inForce) : Optional.empty();
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
