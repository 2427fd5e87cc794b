package org.complaintdesk.complaint;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.complaintdesk.casework.CaseChanges;
import org.complaintdesk.casework.CaseTimeline;
import org.complaintdesk.casework.CaseTimelines;
import org.complaintdesk.customer.CustomerErased;
import org.complaintdesk.customer.CustomerMerged;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.deadline.ClockKey;
import org.complaintdesk.deadline.ClockName;
import org.complaintdesk.policy.ExecutionStep;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Complaints follow their customer: into another file, or into oblivion. Of an erased complaint stays what accounts and
 * measures need and what tells nothing of the person.
 */
@Component
class PersonalData {

    /** Details of a timeline that are words of our vocabularies, numbers, moments or colleagues' names. */
    private static final Set<String> IMPERSONAL = Set.of("channel", "review", "category", "severity", "party", "remedy",
            "amount", "round", "step", "level", "to", "until", "task", "kind", "via", "way", "received", "satisfied", "score",
            "solved", "answered", "verified", "files", "silence", "closing", "matter", "platform", "acts", "outcome", "dueBy", "missed",
            "duplicate", "amountBefore", Complaint.IMPORTED);
    /** Our own voucher numbers, by which accounts find the payment; a parcel's number leads to an address. */
    private static final Set<String> VOUCHERS = Set.of(ExecutionStep.EXECUTE.name(), ExecutionStep.CONFIRM_REFUND.name());

    private static final String ERASED = "ERASED";

    private final ComplaintRows rows;
    private final ComplaintReferences references;
    private final CaseClocks clocks;
    private final CaseTimeline<Happening, CaseEvent> timeline;
    private final JdbcClient jdbc;
    private final Clock clock;

    PersonalData(ComplaintRows rows, ComplaintReferences references, CaseClocks clocks, CaseTimelines timelines, JdbcClient jdbc,
                 Clock clock) {
        this.rows = rows;
        this.references = references;
        this.clocks = clocks;
        this.timeline = timelines.of("complaint", Happening.class, CaseEvent::new);
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The version goes on, so that whoever has the case in hand does not write the old customer back. */
    @EventListener
    void merged(CustomerMerged merged) {
        jdbc.sql("update complaint set customer_id = ?, version = version + 1 where customer_id = ?")
                .params(merged.into(), merged.from()).update();
    }

    /** @throws IllegalStateException when one of the person's cases is open, perhaps since this very moment */
    @EventListener
    void erased(CustomerErased erased) {
        rows.findLockedByCustomerIdIn(erased.all()).stream().filter(complaint -> !complaint.isErased()).forEach(this::erase);
    }

    private void erase(Complaint complaint) {
        references.erase(complaint);
        complaint.erase(clock.instant());
        Complaint kept = rows.save(complaint);
        timeline.rewrite(kept.id(), PersonalData::impersonal);
        // There is nothing to read any more, and nobody to answer.
        jdbc.sql("""
                        update customer_message set message_key = 'erased-' || id, sender = null, text = '', files = '{}',
                               read_at = coalesce(read_at, ?)
                         where complaint_id = ?""")
                .params(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), kept.id()).update();
        clocks.stop(ClockKey.of(kept.number().value(), ClockName.NEXT_RESPONSE), CaseEvent.SYSTEM, ERASED);
        jdbc.sql("update outside_matter set party = null, reference = null, note = null, result = null where case_number = ?")
                .param(kept.number().value()).update();
    }

    private static Map<String, String> impersonal(CaseChanges.Noted<Happening> happened) {
        Map<String, String> kept = new LinkedHashMap<>(happened.details());
        boolean voucher = VOUCHERS.contains(kept.getOrDefault("step", ""));
        kept.keySet().removeIf(detail -> !IMPERSONAL.contains(detail) && !(voucher && detail.equals("reference")));
        return kept;
    }
}
