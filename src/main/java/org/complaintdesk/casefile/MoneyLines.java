package org.complaintdesk.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.complaintdesk.complaint.CaseEvent;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.complaint.Payments;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.policy.ExecutionStep;
import org.complaintdesk.policy.Money;
import org.complaintdesk.policy.Remedy;
import org.springframework.stereotype.Component;

/** What was offered, allowed and paid in a case, in the order it happened. */
@Component
class MoneyLines {

    private static final Set<Happening> ABOUT_MONEY = Set.of(Happening.PROPOSED, Happening.APPROVED, Happening.AUTHORISED,
            Happening.AGREEMENT_DRAFTED, Happening.STEP_DONE, Happening.ORDER_AMOUNT_CORRECTED);

    private final Doers doers;
    private final Wording wording;

    MoneyLines(Doers doers, Wording wording) {
        this.doers = doers;
        this.wording = wording;
    }

    /** @param reference the voucher's number, empty when there is none; @param paid whether it was carried out, not only offered or allowed */
    record Line(Instant at, String who, String what, String amount, String reference, boolean paid) {
    }

    List<Line> of(List<CaseEvent> story) {
        return story.stream().filter(event -> ABOUT_MONEY.contains(event.what()) && event.details().containsKey("amount")).map(this::line).toList();
    }

    private Line line(CaseEvent event) {
        String remedy = event.details().get("remedy");
        String step = event.details().get("step");
        String what = wording.of(event.what()) + (remedy != null ? " · " + wording.of(Remedy.valueOf(remedy))
                : step != null ? " · " + wording.of(ExecutionStep.valueOf(step)) : "");
        return new Line(event.at(), doers.name(event.who()), what, Money.of(event.details().get("amount")).format(), event.details().getOrDefault("reference", ""),
                Payments.isPart(event));
    }
}
