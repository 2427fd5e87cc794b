package org.complaintdesk.complaint.handling;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.complaintdesk.complaint.ClosedComplaint;
import org.complaintdesk.complaint.Closing;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.ComplaintHandling;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.FirstResponse;
import org.complaintdesk.complaint.Silence;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.platform.AsSystem;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Speaks to the process complaint-handling for the rest of the desk. */
@Component
class Handling implements ComplaintHandling {

    private static final int NOTE_LENGTH = 1_000;

    private final RuntimeService runtime;
    private final AsSystem system;
    private final Complaints complaints;
    private final Customers customers;
    private final Shops shops;
    private final Wording wording;
    private final CustomerPatience patience;
    private final FirstResponses responses;
    private final ApplicationEventPublisher events;

    Handling(RuntimeService runtime, AsSystem system, Complaints complaints, Customers customers, Shops shops, Wording wording,
             CustomerPatience patience, FirstResponses responses, ApplicationEventPublisher events) {
        this.runtime = runtime;
        this.system = system;
        this.complaints = complaints;
        this.customers = customers;
        this.shops = shops;
        this.wording = wording;
        this.patience = patience;
        this.responses = responses;
        this.events = events;
    }

    @Override
    public void begin(Complaint complaint) {
        system.call(() -> runtime.createMessageCorrelation("ComplaintReceived")
                .processInstanceBusinessKey(complaint.number().value())
                .setVariables(HandlingVariables.initial(complaint, customers.byId(complaint.customerId()).name()))
                .correlateStartMessage());
    }

    @Override
    public void endEarly(ComplaintNumber number, Closing closing, String entered) {
        String note = CleanText.of(entered);
        if (!closing.isEarly()) {
            throw new InvalidInput("closing", wording.text("handling.not-early", wording.of(closing)));
        }
        if (note == null) {
            throw new InvalidInput("note", wording.text("input.missing", wording.text("field.closingNote")));
        }
        if (note.length() > NOTE_LENGTH) {
            throw new InvalidInput("note", wording.text("input.too-long", wording.text("field.closingNote"),
                    String.valueOf(NOTE_LENGTH), String.valueOf(note.length())));
        }
        Complaint original = closing == Closing.DUPLICATE ? original(number, note) : null;
        try {
            system.run(() -> runtime.createMessageCorrelation("CaseEndedEarly").processInstanceBusinessKey(number.value())
                    .setVariable("closing", closing.name()).setVariable("closingNote", note).correlate());
        } catch (MismatchingMessageCorrelationException | ClosedComplaint e) {
            throw new InvalidInput("number", wording.text("handling.closed-already", number.value()));
        }
        if (original != null) {
            original.joinedBy(number);
            complaints.save(original);
        }
    }

    @Override
    public void firstResponse(ComplaintNumber number, FirstResponse response) {
        responses.record(number, response);
    }

    @Override
    public boolean customerAnswered(ComplaintNumber number) {
        return reaches(number, "CustomerAnswered");
    }

    @Override
    public boolean agreementAnswered(ComplaintNumber number) {
        return reaches(number, "AgreementAnswered");
    }

    @Override
    public boolean evidenceProvided(ComplaintNumber number) {
        return reaches(number, "EvidenceProvided");
    }

    @Override
    public boolean customerWrote(ComplaintNumber number) {
        events.publishEvent(new LetterArrived(number));
        return true;
    }

    @Override
    public boolean rated(ComplaintNumber number) {
        return reaches(number, "CustomerRated");
    }

    @Override
    public Silence onSilence(Complaint complaint) {
        return patience.expected(complaint);
    }

    @Override
    public void reopened(Complaint complaint) {
        system.call(() -> runtime.createMessageCorrelation("ComplaintReopened")
                .processInstanceBusinessKey(complaint.number().value())
                .setVariables(HandlingVariables.initial(complaint, customers.byId(complaint.customerId()).name()))
                .correlateStartMessage());
    }

    /** Asks first: a message nobody waits for would end the caller's transaction. */
    private boolean reaches(ComplaintNumber number, String message) {
        return system.call(() -> {
            List<Execution> waiting = runtime.createExecutionQuery().processInstanceBusinessKey(number.value())
                    .messageEventSubscriptionName(message).list();
            waiting.forEach(execution -> runtime.messageEventReceived(message, execution.getId()));
            return !waiting.isEmpty();
        });
    }

    /**
     * The case where a duplicate goes on: somebody works on it, and news of it reaches this customer. Both are held, in the
     * same order by everybody, so that two cases never become duplicates of each other.
     */
    private Complaint original(ComplaintNumber number, String entered) {
        ComplaintNumber known = complaints.find(entered).filter(found -> shops.seenNow().includes(found.shop()))
                .map(Complaint::number).filter(found -> !found.equals(number))
                .orElseThrow(() -> new InvalidInput("note", wording.text("handling.no-original", entered)));
        Stream.of(number, known).sorted(Comparator.comparing(ComplaintNumber::value)).forEach(complaints::lock);
        Complaint duplicate = complaints.lock(number);
        Complaint original = complaints.lock(known);
        if (!isSameMatter(duplicate, original)) {
            throw new InvalidInput("note", wording.text("handling.original-of-other", entered));
        }
        if (original.isClosed()) {
            throw new InvalidInput("note", over(original, number));
        }
        return original;
    }

    /** One person often stands in several files: what a platform hides cannot be compared. */
    private boolean isSameMatter(Complaint duplicate, Complaint original) {
        boolean sameOrder = original.orderNumber() != null && original.orderNumber().equals(duplicate.orderNumber());
        return sameOrder || customers.areOne(duplicate.customerId(), original.customerId());
    }

    /** @return why nothing goes on there, and what to do instead */
    private String over(Complaint original, ComplaintNumber duplicate) {
        if (original.closing() != Closing.DUPLICATE) {
            return wording.text("handling.original-closed", original.number().value());
        }
        return original.closingNote().equals(duplicate.value())
                ? wording.text("handling.original-is-this", original.number().value())
                : wording.text("handling.original-joined", original.number().value(), original.closingNote());
    }
}
