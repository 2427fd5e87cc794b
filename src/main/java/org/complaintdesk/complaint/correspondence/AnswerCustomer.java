package org.complaintdesk.complaint.correspondence;

import java.util.HashMap;
import java.util.Map;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.CustomerMessages;
import org.complaintdesk.complaint.KeptMessage;
import org.complaintdesk.complaint.handling.CaseStep;
import org.complaintdesk.complaint.handling.CaseWork;
import org.complaintdesk.complaint.handling.CustomerText;
import org.complaintdesk.complaint.handling.HandlingVariables;
import org.complaintdesk.customer.UpdateKind;
import org.springframework.stereotype.Component;

/** Sends the customer the answer to what they wrote. */
@Component
class AnswerCustomer extends CaseStep {

    private final CustomerMessages messages;
    private final UnreadLetters letters;
    private final CustomerText customerText;

    AnswerCustomer(CaseWork work, CustomerMessages messages, UnreadLetters letters, CustomerText customerText) {
        super(work);
        this.messages = messages;
        this.letters = letters;
        this.customerText = customerText;
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        Map<String, String> facts = new HashMap<>();
        facts.put("orderNumber", complaint.orderNumber());
        facts.put("question", question(complaint));
        messages.of(complaint.number()).stream().filter(KeptMessage::isOurs).reduce((first, second) -> second)
                .ifPresent(answer -> facts.put("answer", answer.text()));
        work.tellCustomer(complaint, UpdateKind.ANSWER, facts);
    }

    private String question(Complaint complaint) {
        String asked = letters.justRead(complaint.number());
        return asked == null ? null : customerText.repeated(asked);
    }
}
