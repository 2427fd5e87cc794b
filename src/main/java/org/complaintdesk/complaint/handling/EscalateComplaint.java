package org.complaintdesk.complaint.handling;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.complaintdesk.casework.CaseTimers;
import org.complaintdesk.casework.Escalation;
import org.complaintdesk.casework.Watches;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.CustomerMessages;
import org.complaintdesk.complaint.Goods;
import org.complaintdesk.customer.UpdateKind;
import org.complaintdesk.deadline.Deadlines;
import org.springframework.stereotype.Component;

/**
 * Looks at the case's clocks and brings it before the next level when one of them is overdue; the customer gets an apology
 * and a new time, once, unless it is them the case waits for, or a time that others outside had given us was missed.
 */
@Component
class EscalateComplaint extends CaseStep {

    private final Escalation escalation;
    private final Watches watches;
    private final CaseTimers timers;
    private final Deadlines deadlines;
    private final CustomerMessages messages;
    private final MissedTimes missed;
    private final Clock clock;

    EscalateComplaint(CaseWork work, Escalation escalation, Watches watches, CaseTimers timers, Deadlines deadlines,
                      CustomerMessages messages, MissedTimes missed, Clock clock) {
        super(work);
        this.messages = messages;
        this.missed = missed;
        this.deadlines = deadlines;
        this.clock = clock;
        this.escalation = escalation;
        this.watches = watches;
        this.timers = timers;
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        String number = complaint.number().value();
        if (variables.isSecond(watches, "StillUnsettled", "SuperviseOverdueCase")) {
            variables.escalation().watchedElsewhere();
            timers.follow(number);
            return;
        }
        Escalation.Raised raised = escalation.raise(variables.escalation(), number, complaint.escalationLevel());
        raised.level().ifPresent(level -> escalate(complaint, level));
        raised.beside().forEach(alarm -> missed.tell(complaint, alarm));
    }

    private void escalate(Complaint complaint, Escalation.Level level) {
        boolean first = complaint.escalationLevel() == 0;
        complaint.escalate(level.number());
        boolean theirs = level.alarm().clock().subject().isEmpty();
        if (first && theirs && isOurTurn(complaint)) {
            Map<String, String> facts = new HashMap<>();
            facts.put("orderNumber", complaint.orderNumber());
            facts.put("problem", complaint.description());
            facts.put("dueBy", wording().moment(level.alarm().dueAt()));
            facts.put("newDue", wording().moment(newTime(complaint, level)));
            work.tellCustomer(complaint, UpdateKind.DELAY_APOLOGY, facts);
        }
        Map<String, String> facts = missed.facts(complaint, level.alarm().clock());
        facts.put("dueBy", wording().moment(level.alarm().dueAt()));
        escalation.announce(level, complaint.number().value(), complaint.priority(), facts);
    }

    /** Who was asked something and has written instead waits for us, too. Goods that do not come are no delay of ours. */
    private boolean isOurTurn(Complaint complaint) {
        return complaint.waiting() == null && complaint.goods() != Goods.OVERDUE || messages.isCustomerUnanswered(complaint.number());
    }

    /** By then the next level sees to it, if not sooner. */
    private Instant newTime(Complaint complaint, Escalation.Level level) {
        Instant step = deadlines.due(Deadlines.ESCALATION_STEP, complaint.severity(), clock.instant());
        return level.next().isBefore(step) && level.next().isAfter(clock.instant()) ? level.next() : step;
    }
}
