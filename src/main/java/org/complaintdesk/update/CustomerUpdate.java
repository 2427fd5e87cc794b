package org.complaintdesk.update;

import java.time.Instant;
import java.util.Objects;
import org.complaintdesk.customer.UpdateKind;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One message to a customer or a colleague: how it is worded, where it goes and what became of it. Only a pending
 * update can still change; its key exists once, so nothing is said twice.
 */
@Table("customer_update")
public class CustomerUpdate {

    private static final int REJECTION_LENGTH = 500;

    @Id
    private Long id;
    private String updateKey;
    private String caseNumber;
    private String kind;
    private Audience audience;
    private String shop;
    private String channel;
    private Long customerId;
    private boolean unasked;
    private String recipient;
    private String subject;
    private String body;
    private String messageId;
    private Route route;
    private UpdateState state;
    private String rejection;
    private Instant createdAt;
    private Instant sentAt;
    private Instant toldAt;
    private ToldVia toldVia;
    private String toldBy;
    private String toldNote;

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

    static CustomerUpdate forCustomer(String caseNumber, UpdateKind kind, String key, Letter letter, String shop,
                                      String channel, long customerId, boolean unasked, Instant now) {
        CustomerUpdate update = new CustomerUpdate(Audience.CUSTOMER, caseNumber, kind.name(), key, letter, now);
        update.shop = shop;
        update.channel = channel;
        update.customerId = customerId;
        update.unasked = unasked;
        return update;
    }

    static CustomerUpdate forStaff(String caseNumber, String kind, String key, Letter letter, Instant now) {
        return new CustomerUpdate(Audience.STAFF, caseNumber, kind, key, letter, now);
    }

    /** Whether a mail can go out: there is an address, and it has not been refused. */
    public boolean hasUsableAddress() {
        return recipient != null && rejection == null;
    }

    /** The policy table chose how to go on; what is only kept is settled by that. */
    public void takeRoute(Route chosen) {
        mustBePending();
        route = chosen;
        if (chosen == Route.KEEP) {
            state = rejection == null ? UpdateState.KEPT : UpdateState.REJECTED;
        }
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
        String reason = Objects.toString(reply, "").strip();
        rejection = reason.substring(0, Math.min(reason.length(), REJECTION_LENGTH));
    }

    /** An agent told the customer. */
    public void told(ToldVia via, String note, String by, Instant now) {
        mustBePending();
        state = UpdateState.TOLD;
        toldVia = via;
        toldNote = note;
        toldBy = by;
        toldAt = now;
    }

    private void mustBePending() {
        if (state != UpdateState.PENDING) {
            throw new IllegalStateException(updateKey + " is " + state + " already");
        }
    }

    public boolean isPending() {
        return state == UpdateState.PENDING;
    }

    /** Case number, kind and count of this kind in the case: {@code C-20261121-000042/PROPOSAL/2}. */
    public String key() {
        return updateKey;
    }

    public String caseNumber() {
        return caseNumber;
    }

    /** Name of an UpdateKind, or of a StaffNotice when the audience is STAFF. */
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

    Instant lastChange() {
        return toldAt != null ? toldAt : sentAt != null ? sentAt : createdAt;
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
