package org.complaintdesk.complaint.handling;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.complaintdesk.assignment.NewWork;
import org.complaintdesk.casework.CaseHandler;
import org.complaintdesk.casework.DueTimes;
import org.complaintdesk.complaint.CaseEvent;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.complaint.Payments;
import org.complaintdesk.customer.CustomerUpdateDue;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.customer.UpdateKind;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.policy.Money;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What every task and step of a complaint has at hand. */
@Component
public class CaseWork {

    private final Complaints complaints;
    private final PeopleFirst turn;
    private final Customers customers;
    private final CaseFacts facts;
    private final CaseHandler handlers;
    private final DueTimes dueTimes;
    private final CustomerText customerText;
    private final Wording wording;
    private final ApplicationEventPublisher events;

    CaseWork(Complaints complaints, PeopleFirst turn, Customers customers, CaseFacts facts, CaseHandler handlers,
             DueTimes dueTimes, CustomerText customerText, Wording wording, ApplicationEventPublisher events) {
        this.complaints = complaints;
        this.turn = turn;
        this.customers = customers;
        this.facts = facts;
        this.handlers = handlers;
        this.dueTimes = dueTimes;
        this.customerText = customerText;
        this.wording = wording;
        this.events = events;
    }

    /** @return the complaint, which nobody else changes until this transaction ends */
    public Complaint complaint(ComplaintNumber number) {
        return turn.take(number);
    }

    /** Keeps the complaint and brings the process' view of it up to date. */
    void keep(Complaint complaint, HandlingVariables variables) {
        Complaint kept = complaints.save(complaint);
        show(kept, variables);
    }

    void show(Complaint complaint, HandlingVariables variables) {
        String category = complaint.diagnosis() == null ? "" : wording.of(complaint.diagnosis().category());
        variables.show(complaint, customers.byId(complaint.customerId()).name(), category);
    }

    /** @return the complaint as it is, for whoever only reads it */
    Complaint read(ComplaintNumber number) {
        return complaints.get(number);
    }

    String facts(Complaint complaint) {
        return facts.of(complaint);
    }

    /** @return the details of the latest time this happened; empty when it never did */
    public Map<String, String> latest(Complaint complaint, Happening what) {
        return complaints.latest(complaint, what).map(CaseEvent::details).orElse(Map.of());
    }

    /** @return whichever of these happened last; empty when none did */
    Optional<CaseEvent> lastOf(Complaint complaint, Set<Happening> any) {
        return complaints.story(complaint).stream().filter(event -> any.contains(event.what())).reduce((earlier, later) -> later);
    }

    /** @return what was paid before the case was last taken up again; one that never was is not asked */
    Money paidBefore(Complaint complaint) {
        return complaint.reopened() == 0 ? Money.ZERO : Payments.beforeReopening(complaints.story(complaint));
    }

    /** @return what is to be known of the case when an agent is sought for it */
    NewWork asks(Complaint complaint) {
        return NewWork.of(complaint.shop(), complaint.diagnosis() == null ? null : complaint.diagnosis().category().name(),
                complaint.channel().name(), customers.byId(complaint.customerId()).language());
    }

    void keepHandler(Complaint complaint) {
        complaints.saveHandler(complaint);
    }

    CaseHandler handlers() {
        return handlers;
    }

    DueTimes dueTimes() {
        return dueTimes;
    }

    CustomerText customerText() {
        return customerText;
    }

    /** The customer must hear this; it commits with the case and never holds it up. */
    public void tellCustomer(Complaint complaint, UpdateKind kind, Map<String, String> details) {
        Map<String, String> known = new HashMap<>(details);
        known.values().removeIf(Objects::isNull);
        events.publishEvent(new CustomerUpdateDue(complaint.number().value(), complaint.shop(),
                complaint.channel().name(), complaint.customerId(), kind, known, complaint.isOpenedFromReview(),
                complaint.isContactConfirmed()));
    }

    /** @return what a message to colleagues says about the case */
    public Map<String, String> staffFacts(Complaint complaint) {
        Map<String, String> known = new HashMap<>();
        known.put("customer", customers.byId(complaint.customerId()).name());
        known.put("orderNumber", complaint.orderNumber());
        known.put("category", complaint.diagnosis() == null ? null : wording.of(complaint.diagnosis().category()));
        known.put("severity", wording.of(complaint.severity()));
        known.put("problem", complaint.description());
        known.put("dueBy", wording.moment(complaint.settlementDue()));
        known.values().removeIf(Objects::isNull);
        return known;
    }

    public Wording wording() {
        return wording;
    }
}
