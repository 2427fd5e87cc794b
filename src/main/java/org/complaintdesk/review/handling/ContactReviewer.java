package org.complaintdesk.review.handling;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.complaintdesk.casework.CaseHandler;
import org.complaintdesk.casework.TaskForm;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.platform.FormInput;
import org.complaintdesk.platform.Markdown;
import org.complaintdesk.policy.ReviewKind;
import org.complaintdesk.review.ContactOutcome;
import org.complaintdesk.review.Review;
import org.complaintdesk.review.ReviewHappening;
import org.complaintdesk.review.ReviewProperties;
import org.springframework.stereotype.Component;

/**
 * An agent asks the reviewer what went wrong, with the order and earlier cases at hand. Whoever refuses contact is not
 * contacted: then the agent judges by what is known.
 */
@Component
class ContactReviewer extends ReviewTask {

    static final String KEY = "ContactReviewer";

    /** What can be found without asking the reviewer. */
    private static final Set<ContactOutcome> WITHOUT_CONTACT =
            EnumSet.of(ContactOutcome.GENUINE, ContactOutcome.RULE_BREAKING, ContactOutcome.NO_CONTACT);

    private final Customers customers;
    private final Complaints complaints;
    private final ReviewerMessage message;
    private final ReviewProperties settings;

    ContactReviewer(ReviewWork work, CaseHandler handlers, Customers customers, Complaints complaints,
                    ReviewerMessage message, ReviewProperties settings) {
        super(work, handlers);
        this.customers = customers;
        this.complaints = complaints;
        this.message = message;
        this.settings = settings;
    }

    @Override
    protected void shown(Review review, TaskForm form) {
        boolean refused = customers.refusesContact(review.customerId());
        form.options("outcomeOptions", Arrays.stream(ContactOutcome.values())
                .filter(outcome -> !refused || WITHOUT_CONTACT.contains(outcome))
                .map(outcome -> Map.entry(outcome.name(), wording().text("contact.outcome." + outcome))).toList());
        form.show("triageBasis", wording().text("triage.basis", Markdown.literal(
                work.latest(review, ReviewHappening.TRIAGED).getOrDefault("note", "–"), 300)));
        if (refused) {
            form.show("contactRule", wording().text("contact.do-not-contact"));
        }
    }

    @Override
    protected void started(Review review, TaskForm form) {
        form.prefill("reviewKind", review.kind().name());
    }

    @Override
    protected void completed(Review review, FormInput input, ReviewVariables variables) {
        ContactOutcome outcome = input.choice("contactOutcome", ContactOutcome.class);
        if (customers.refusesContact(review.customerId()) && !WITHOUT_CONTACT.contains(outcome)) {
            throw input.invalid("contactOutcome", "contact.refused-before", wording().text("contact.outcome." + outcome));
        }
        ReviewKind kind = input.choice("reviewKind", ReviewKind.class);
        String note = input.text("contactNote", 2_000);
        message.send(review, outcome, input);
        review.judged(kind);
        review.contacted(outcome, note);
        if (outcome == ContactOutcome.REFUSED_CONTACT) {
            customers.refuseContact(review.customerId(), note);
        }
        if (outcome == ContactOutcome.GENUINE) {
            Complaint known = knownComplaint(review, input);
            variables.complaintNext(known == null ? null : known.number(), input.optionalText("desiredOutcome", 1_000));
        }
        variables.route(next(review, outcome));
    }

    /** Of the same shop: a slip of the pen must not tie a stranger's case to the review. */
    private Complaint knownComplaint(Review review, FormInput input) {
        String number = input.optionalText("complaintNumber", 30);
        if (number == null) {
            return null;
        }
        Complaint complaint = complaints.find(number.toUpperCase(Locale.ROOT))
                .orElseThrow(() -> input.invalid("complaintNumber", "contact.no-complaint", number));
        if (!complaint.shop().equals(review.shop())) {
            throw input.invalid("complaintNumber", "contact.complaint-of-another-shop", number, complaint.shop());
        }
        return complaint;
    }

    private ReviewRoute next(Review review, ContactOutcome outcome) {
        return switch (outcome) {
            case GENUINE -> ReviewRoute.GENUINE;
            case RULE_BREAKING -> ReviewRoute.RULE_BREAKING;
            case MISUNDERSTANDING, REFUSED_CONTACT, NO_CONTACT -> ReviewRoute.REPLY;
            case NOT_REACHED -> {
                if (review.attempts() < settings.contactAttempts()) {
                    yield ReviewRoute.TRY_AGAIN;
                }
                review.replyNext(wording().text("contact.unreachable", review.attempts()));
                yield ReviewRoute.REPLY;
            }
        };
    }
}
