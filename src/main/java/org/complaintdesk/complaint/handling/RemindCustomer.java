package org.complaintdesk.complaint.handling;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Waiting;
import org.complaintdesk.complaint.WaitingFor;
import org.complaintdesk.customer.MessageFates.Fate;
import org.complaintdesk.customer.UpdateKind;
import org.springframework.stereotype.Component;

/**
 * Reminds the customer, once, of what the case waits for. Nobody is reminded of what they were never told: if that is because
 * its mail is stuck, it is ours to see to from now on.
 */
@Component
class RemindCustomer extends CaseStep {

    private final CustomerPatience patience;
    private final WaitingText text;
    private final Clock clock;

    RemindCustomer(CaseWork work, CustomerPatience patience, WaitingText text, Clock clock) {
        super(work);
        this.patience = patience;
        this.text = text;
        this.clock = clock;
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        if (complaint.waiting() == null || patience.hasReminded(complaint)) {
            return;
        }
        WaitingFor what = complaint.waiting().what();
        if (what == WaitingFor.RATING) {
            remind(complaint, UpdateKind.SURVEY_REMINDER, Map.of());
            return;
        }
        Fate asked = patience.asked(complaint);
        if (asked.heard() != null) {
            remind(complaint, UpdateKind.CUSTOMER_REMINDER, question(complaint));
        } else if (asked.underWay()) {
            complaint.notReached(what.askedBy().name());
        }
    }

    private void remind(Complaint complaint, UpdateKind kind, Map<String, String> question) {
        Map<String, String> facts = new HashMap<>(question);
        facts.put("orderNumber", complaint.orderNumber());
        work.tellCustomer(complaint, kind, facts);
        complaint.remindCustomer();
    }

    private Map<String, String> question(Complaint complaint) {
        Waiting waiting = complaint.waiting();
        Map<String, String> question = new HashMap<>();
        question.put("waitingFor", wording().text("waiting.for." + waiting.what()));
        if (waiting.answerBy() != null && waiting.answerBy().isAfter(clock.instant())) {
            question.put("answerBy", wording().moment(waiting.answerBy()));
        }
        question.put("next", text.forCustomer(complaint));
        return question;
    }
}
