package org.complaintdesk.complaint.handling;

import java.util.HashMap;
import java.util.Map;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Goods;
import org.complaintdesk.customer.UpdateKind;
import org.springframework.stereotype.Component;

/**
 * The goods are not here when the warehouse was to have taken them in. The customer is asked where they are, and the clocks
 * wait no longer: without that, goods that never come would never be late.
 */
@Component
class AskAfterReturn extends CaseStep {

    AskAfterReturn(CaseWork work) {
        super(work);
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        if (complaint.goods() != Goods.WITH_CUSTOMER) {
            return;
        }
        Map<String, String> question = new HashMap<>();
        question.put("orderNumber", complaint.orderNumber());
        question.put("waitingFor", wording().text("waiting.for.RETURN"));
        work.tellCustomer(complaint, UpdateKind.CUSTOMER_REMINDER, question);
        complaint.returnOverdue();
        complaint.remindCustomer();
    }
}
