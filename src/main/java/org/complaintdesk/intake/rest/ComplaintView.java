package org.complaintdesk.intake.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.complaintdesk.complaint.CaseEvent;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.Closing;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.KeptMessage;
import org.complaintdesk.complaint.MessageSource;
import org.complaintdesk.complaint.Rating;
import org.complaintdesk.complaint.Stage;
import org.complaintdesk.complaint.Waiting;
import org.complaintdesk.customer.Customer;
import org.complaintdesk.customer.Masked;
import org.complaintdesk.policy.Category;
import org.complaintdesk.policy.Money;
import org.complaintdesk.policy.Remedy;
import org.complaintdesk.policy.ResponsibleParty;
import org.complaintdesk.policy.Severity;

/**
 * A complaint as the API shows it; contact details are masked.
 *
 * @param contactConfirmed whether the address is known to be the customer's
 * @param forecast         when it will be settled, and how likely in time; not for one that is settled or closed
 * @param waiting          what the case waits for from its customer
 * @param review           the number of the review that goes with it
 * @param clocks           what is to be done by when, and the story of each clock; not in lists
 * @param trackingUrl      the customer's private link: whoever has it can act for the customer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ComplaintView(String number, Stage status, String shop, Channel channel, String externalId, Reporter customer,
                     String orderNumber, BigDecimal orderAmount, String description, String desiredOutcome,
                     Instant occurredAt, Instant receivedAt, Category category, Severity severity,
                     ResponsibleParty responsibleParty, Integer priority, String rootCause, Solution solution,
                     Deadlines deadlines, ForecastView forecast, int reopened, Closing closing, String closingNote, Instant closedAt,
                     boolean contactConfirmed, Waiting waiting, Rated rating, String review, URI trackingUrl,
                     List<Happened> timeline, List<Written> messages, List<ClockSheet> clocks,
                     List<MatterSheet> matters) {

    record Reporter(String name, String email, String phone, String platformId) {
    }

    record Solution(Remedy remedy, BigDecimal amount, String explanation) {
    }

    /**
     * @param settlementDue null while paused: nobody knows it then; what the clock says goes on moving
     * @param overdue       whether the case is open, unsettled, not paused and past its settlement time
     * @param paused        whether time stands still until the customer or someone else outside has acted
     */
    record Deadlines(Instant settlementDue, Instant settledAt, boolean overdue, boolean paused, int escalationLevel) {
    }

    record Happened(Instant at, String who, String what, Map<String, String> details, String text) {
    }

    /** @param from the masked address it came from; null for a page and for an answer of the desk */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Written(Instant at, MessageSource source, String from, boolean verified, String text, List<UUID> files,
                   Instant readAt, String readBy) {
    }

    /** What the customer says of the result. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rated(int score, boolean solved, String text, Instant at) {
    }

    /** What is told of one complaint, but not in a list. */
    record More(URI trackingUrl, List<Happened> timeline, List<Written> messages, List<ClockSheet> clocks,
                List<MatterSheet> matters) {

        static final More NONE = new More(null, null, null, null, null);
    }

    static ComplaintView of(Complaint complaint, Customer customer, ForecastView forecast, Instant now, More more) {
        var diagnosis = complaint.diagnosis();
        return new ComplaintView(complaint.number().value(), complaint.stage(), complaint.shop(), complaint.channel(),
                complaint.externalId(), new Reporter(customer.name(), Masked.email(customer.email()),
                Masked.phone(customer.phone()), customer.platformId()), complaint.orderNumber(),
                yuan(complaint.orderAmount()), complaint.description(), complaint.desiredOutcome(),
                complaint.occurredAt(), complaint.receivedAt(), diagnosis == null ? null : diagnosis.category(),
                diagnosis == null ? null : diagnosis.severity(), diagnosis == null ? null : diagnosis.responsibleParty(),
                complaint.priority(), diagnosis == null ? null : diagnosis.rootCause(), solution(complaint),
                new Deadlines(complaint.isSettlementPaused() ? null : complaint.settlementDue(), complaint.settledAt(), complaint.isOverdue(now),
                        complaint.isSettlementPaused(), complaint.escalationLevel()), forecast, complaint.reopened(), complaint.closing(),
                complaint.closingNote(), complaint.closedAt(), complaint.isContactConfirmed(),
                complaint.waiting(), rated(complaint.rating()), complaint.reviewNumber(), more.trackingUrl(), more.timeline(),
                more.messages(), more.clocks(), more.matters());
    }

    static Happened happened(CaseEvent event, String text) {
        return new Happened(event.at(), event.who(), event.what().name(), event.details(), text);
    }

    static Written message(KeptMessage kept) {
        return new Written(kept.at(), kept.source(), Masked.email(kept.from()), kept.verified(), kept.text(), kept.files(),
                kept.readAt(), kept.readBy());
    }

    private static Rated rated(Rating rating) {
        return rating == null ? null : new Rated(rating.score(), rating.solved(), rating.text(), rating.at());
    }

    private static Solution solution(Complaint complaint) {
        var offered = complaint.solution();
        return offered == null ? null : new Solution(offered.remedy(), yuan(offered.amount()), offered.explanation());
    }

    private static BigDecimal yuan(Money money) {
        return money == null ? null : money.yuan();
    }
}
