package org.complaintdesk.update;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.complaintdesk.customer.UpdateKind;
import org.complaintdesk.platform.CleanText;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One message to a customer or a colleague: how it is worded, where it goes and what became of it. Only an update that is
 * still open can change; its key exists once, so nothing is said twice.
 */
@Table("customer_update")
public class CustomerUpdate {

    /** The kind of an update that gathers notices to one colleague. */
    static final String BUNDLE = "BUNDLE";

    private static final int REASON_LENGTH = 500;

    @Id
    Long id;
    String updateKey;
    String caseNumber;
    String kind;
    Audience audience;
    String shop;
    String channel;
    Long customerId;
    boolean unasked;
    boolean confirmed = true;
    String language;
    String recipient;
    String subject;
    String body;
    String messageId;
    Route route;
    UpdateState state;
    Instant waitUntil;
    WaitReason waitReason;
    String rejection;
    Instant bouncedAt;
    String delay;
    String resendOf;
    String resentBy;
    String colleague;
    String saidWith;
    Instant createdAt;
    Instant sentAt;
    Instant toldAt;
    ToldVia toldVia;
    String toldBy;
    String toldNote;

    @PersistenceCreator
    private CustomerUpdate() {
    }

    private CustomerUpdate(Audience audience, String caseNumber, String kind, String key, Letter letter, Instant now) {
        this.audience = audience;
        this.caseNumber = caseNumber;
        this.kind = kind;
        this.updateKey = key;
        this.subject = letter.subject();
        this.body = letter.body();
        this.messageId = letter.messageId();
        this.recipient = letter.recipient();
        this.createdAt = now;
        this.state = UpdateState.PENDING;
    }

    /**
     * Who a message to a customer is for.
     *
     * @param shop      null when it must not be named
     * @param unasked   whether we began this ourselves
     * @param confirmed whether the address is known to be the customer's
     * @param language  in which it is written, {@code zh}
     */
    record Reader(long customerId, String shop, String channel, boolean unasked, boolean confirmed, String language) {
    }

    static CustomerUpdate forCustomer(String caseNumber, UpdateKind kind, String key, Letter letter, Reader reader,
                                      Instant now) {
        CustomerUpdate update = new CustomerUpdate(Audience.CUSTOMER, caseNumber, kind.name(), key, letter, now);
        update.shop = reader.shop();
        update.channel = reader.channel();
        update.customerId = reader.customerId();
        update.unasked = reader.unasked();
        update.confirmed = reader.confirmed();
        update.language = reader.language();
        return update;
    }

    /** The same message once more, as an update of its own. */
    CustomerUpdate again(String key, String messageId, String recipient, boolean confirmed, String by, Instant now) {
        CustomerUpdate again = forCustomer(caseNumber, UpdateKind.valueOf(kind), key,
                new Letter(recipient, subject, body, messageId),
                new Reader(customerId, shop, channel, unasked, confirmed, language), now);
        again.resendOf = resendOf == null ? updateKey : resendOf;
        again.resentBy = by;
        return again;
    }

    /** @param colleague the user id of its reader; null when nobody could be found */
    static CustomerUpdate forStaff(String caseNumber, String kind, String key, Letter letter, String colleague, Instant now) {
        CustomerUpdate update = new CustomerUpdate(Audience.STAFF, caseNumber, kind, key, letter, now);
        update.colleague = colleague;
        return update;
    }

    boolean isStored() {
        return id != null;
    }

    /** It goes out with others in one message. */
    void joins(CustomerUpdate bundle) {
        waitUntil(bundle.waitUntil, bundle.waitReason);
        saidWith = bundle.updateKey;
    }

    /** The reader has heard it in another message already. */
    void saidAlready(String key) {
        takeRoute(Route.KEEP);
        saidWith = key;
    }

    /** Nothing more joins this bundle; this is what it says. */
    void closed(String subject, String body) {
        mustBePending();
        this.subject = subject;
        this.body = body;
        route = null;
        waitUntil = null;
        waitReason = null;
    }

    /** Whether a mail can go out: there is an address, and it has not been refused. */
    public boolean hasUsableAddress() {
        return recipient != null && rejection == null;
    }

    /** The policy table chose how to go on; what is only kept is settled by that. */
    public void takeRoute(Route chosen) {
        mustBeOpen();
        route = chosen;
        waitUntil = null;
        waitReason = null;
        saidWith = null;
        if (chosen == Route.KEEP && state == UpdateState.PENDING) {
            state = rejection == null ? UpdateState.KEPT : UpdateState.REJECTED;
        }
    }

    /** The policy table chose to send it later. */
    public void waitUntil(Instant moment, WaitReason reason) {
        takeRoute(Route.WAIT);
        waitUntil = moment;
        waitReason = reason;
    }

    /** The mail server took the mail. */
    public void sent(Instant now) {
        mustBePending();
        state = UpdateState.SENT;
        sentAt = now;
    }

    /** The mail server refused the address for good. */
    public void addressRejected(String reply) {
        mustBePending();
        rejection = shortened(reply);
    }

    /** The mail came back: the reader may have to be told otherwise. */
    void bounced(String reason, Instant now) {
        if (state != UpdateState.SENT) {
            throw new IllegalStateException(updateKey + " was not sent");
        }
        state = UpdateState.BOUNCED;
        route = null;
        rejection = shortened(reason);
        bouncedAt = now;
    }

    /** A mail server reports that the mail has not arrived yet. */
    void delayed(String reason) {
        delay = shortened(reason);
    }

    /** A colleague corrected the address before the mail went out. */
    void readdress(String address, String by) {
        mustBePending();
        recipient = address;
        rejection = null;
        resentBy = by;
    }

    /** An agent told the customer. */
    public void told(ToldVia via, String note, String by, Instant now) {
        mustBeOpen();
        state = UpdateState.TOLD;
        toldVia = via;
        toldNote = note;
        toldBy = by;
        toldAt = now;
    }

    private void mustBePending() {
        if (!isPending()) {
            throw new IllegalStateException(updateKey + " is " + state + " already");
        }
    }

    private void mustBeOpen() {
        if (!isOpen()) {
            throw new IllegalStateException(updateKey + " is " + state + " already");
        }
    }

    private static String shortened(String text) {
        return CleanText.cut(Facts.oneLine(Objects.toString(text, "")), REASON_LENGTH);
    }

    /** Whether it has not gone out in any way. */
    public boolean isPending() {
        return state == UpdateState.PENDING;
    }

    /** Whether its reader may still get it: it has not gone out, or it came back and is not given up. */
    public boolean isOpen() {
        return isPending() || state == UpdateState.BOUNCED && route != Route.KEEP;
    }

    /** Whether this is on its way by mail. */
    boolean isBeingMailed() {
        return isPending() && route == Route.MAIL;
    }

    boolean isBundle() {
        return BUNDLE.equals(kind);
    }

    /** Whether it is a bundle that notices still join. */
    public boolean isGathering() {
        return isBundle() && route == Route.WAIT;
    }

    /** Whether it is a bundle of which nothing is left to say. */
    public boolean saysNothing() {
        return isBundle() && body.isEmpty();
    }

    /** Case number, kind and count of this kind in the case: {@code C-20261121-000042/PROPOSAL/2}. */
    public String key() {
        return updateKey;
    }

    public String caseNumber() {
        return caseNumber;
    }

    /** Name of an UpdateKind, or when the audience is STAFF of a StaffNotice or {@link #BUNDLE}. */
    public String kind() {
        return kind;
    }

    public Audience audience() {
        return audience;
    }

    /** Null for staff. */
    public String shop() {
        return shop;
    }

    /** Null for staff. */
    public String channel() {
        return channel;
    }

    /** Null for staff. */
    public Long customerId() {
        return customerId;
    }

    /** Whether we began this ourselves, so that a customer who refuses contact must not get it. */
    public boolean isUnasked() {
        return unasked;
    }

    /** Whether the address is known to be the customer's; true for staff. */
    public boolean isConfirmed() {
        return confirmed;
    }

    /** In which language it is written, {@code zh}; null when in the installation's. */
    String language() {
        return language;
    }

    /** The e-mail address, null when there is none. */
    public String recipient() {
        return recipient;
    }

    public String subject() {
        return subject;
    }

    /** The whole message as plain text, paragraphs parted by blank lines. */
    public String body() {
        return body;
    }

    String messageId() {
        return messageId;
    }

    /** Null until the policy table chose. */
    public Route route() {
        return route;
    }

    public UpdateState state() {
        return state;
    }

    /** The mail server's reply when it refused the address, else null. */
    public String rejection() {
        return rejection;
    }

    /** Until when it waits, null when it does not. */
    public Instant waitUntil() {
        return waitUntil;
    }

    /** Why it waits, null when it does not. */
    public WaitReason waitReason() {
        return waitReason;
    }

    /** What a mail server last reported about a mail that has not arrived yet, else null. */
    String delay() {
        return delay;
    }

    /** The key of the update this repeats, null when it is the first. */
    public String resendOf() {
        return resendOf;
    }

    /** The user id of the colleague it is for, null for customers. */
    String colleague() {
        return colleague;
    }

    /** The key of the message in which this was said, instead of in one of its own, else null. */
    String saidWith() {
        return saidWith;
    }

    String resentBy() {
        return resentBy;
    }

    Instant bouncedAt() {
        return bouncedAt;
    }

    Instant lastChange() {
        return Stream.of(toldAt, bouncedAt, sentAt).filter(Objects::nonNull).findFirst().orElse(createdAt);
    }

    ToldVia toldVia() {
        return toldVia;
    }

    String toldBy() {
        return toldBy;
    }

    String toldNote() {
        return toldNote;
    }
}
