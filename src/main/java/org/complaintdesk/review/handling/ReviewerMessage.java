package org.complaintdesk.review.handling;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.complaintdesk.compliance.Compliance;
import org.complaintdesk.compliance.ComplianceRuling;
import org.complaintdesk.compliance.Verdict;
import org.complaintdesk.customer.CustomerUpdateDue;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.customer.UpdateKind;
import org.complaintdesk.platform.FormInput;
import org.complaintdesk.review.ContactOutcome;
import org.complaintdesk.review.Review;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The message an agent may send to the reviewer. Only what is clear goes out: there is no approval for it, and never to
 * someone who does not want to be contacted.
 */
@Component
class ReviewerMessage {

    private static final Set<ContactOutcome> UNWANTED =
            EnumSet.of(ContactOutcome.REFUSED_CONTACT, ContactOutcome.NO_CONTACT);

    private final Customers customers;
    private final Compliance compliance;
    private final ApplicationEventPublisher events;

    ReviewerMessage(Customers customers, Compliance compliance, ApplicationEventPublisher events) {
        this.customers = customers;
        this.compliance = compliance;
        this.events = events;
    }

    /** Sends the field {@code message}, if there is one; it commits with the task. */
    void send(Review review, ContactOutcome outcome, FormInput input) {
        String message = input.optionalText("message", 1_000);
        if (message == null) {
            return;
        }
        if (UNWANTED.contains(outcome) || customers.refusesContact(review.customerId())) {
            throw input.invalid("message", "contact.no-message");
        }
        ComplianceRuling ruling = compliance.check(message);
        if (ruling.verdict() != Verdict.CLEAR) {
            throw input.refused("message", compliance.explain(ruling));
        }
        Map<String, String> facts = new HashMap<>();
        facts.put("message", message);
        facts.put("orderNumber", review.orderNumber());
        facts.put("product", review.product());
        facts.values().removeIf(Objects::isNull);
        events.publishEvent(new CustomerUpdateDue(review.number().value(), review.shop(), review.platform().name(),
                review.customerId(), UpdateKind.REVIEW_CONTACT, facts, true, true));
    }
}
