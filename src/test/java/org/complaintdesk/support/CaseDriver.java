package org.complaintdesk.support;

import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.complaintdesk.complaint.CaseEvent;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.policy.Money;
import org.springframework.stereotype.Component;

/** Drives one complaint through its flow as people and time would. */
@Component
public class CaseDriver extends FlowDriver<ComplaintNumber> {

    private final Complaints complaints;

    CaseDriver(Complaints complaints) {
        this.complaints = complaints;
    }

    /** A complaint as it arrives, about something broken in an order of 399 yuan, from a customer with an address. */
    public static NewComplaint somethingBroken() {
        return new NewComplaint("醉卿酒业旗舰店", Channel.EMAIL, UUID.randomUUID().toString(), "TB20261121001",
                Money.of("399"), "收到的酒瓶破损，酒都漏光了，外箱也是湿的。", null, "要求退款",
                new Contact("王小明", UUID.randomUUID() + "@example.com", "13800005678", null));
    }

    public ComplaintNumber arrives(NewComplaint complaint) {
        return complaints.register(complaint).number();
    }

    /** Arrived, completed, and waiting for its diagnosis. */
    public ComplaintNumber recorded() {
        return recorded(somethingBroken());
    }

    public ComplaintNumber recorded(NewComplaint complaint) {
        ComplaintNumber number = arrives(complaint);
        complete(number, "RecordComplaint", "customerName", complaint.customer().name(), "email",
                complaint.customer().email(), "phone", complaint.customer().phone());
        return number;
    }

    public ComplaintNumber diagnosed() {
        ComplaintNumber number = recorded();
        diagnose(number);
        return number;
    }

    public void diagnose(ComplaintNumber number) {
        diagnose(number, "DAMAGED_IN_TRANSIT");
    }

    private void diagnose(ComplaintNumber number, String category) {
        complete(number, "DiagnoseProblem", "nextStep", "DIAGNOSED", "category", category, "severity", "P2",
                "responsibleParty", "COURIER", "priority", 60, "rootCause", "快递分拣时摔落");
    }

    /** Proposed within the agent's authority and accepted by the customer. */
    public ComplaintNumber accepted(String remedy, Object amount) {
        return accepted(remedy, "DAMAGED_IN_TRANSIT", amount);
    }

    public ComplaintNumber accepted(String remedy, String category, Object amount) {
        ComplaintNumber number = recorded();
        diagnose(number, category);
        propose(number, remedy, amount);
        if (isOpen(number, "ApproveSolution")) {
            complete(number, "ApproveSolution", "approval", "APPROVE");
        }
        complete(number, "RecordCustomerAnswer", "answer", "ACCEPTED");
        return number;
    }

    public void propose(ComplaintNumber number, String remedy, Object amount) {
        complete(number, "ProposeSolution", "proposalStep", "PROPOSE", "remedy", remedy, "amount", amount, "explanation",
                "经核实，商品在运输途中破损。");
    }

    /** Accepted, refunded and confirmed: waiting for the follow-up. */
    public ComplaintNumber settled() {
        ComplaintNumber number = accepted("REFUND", 99);
        complete(number, "ExecuteSolution", "executionNote", "已在后台提交退款", "executionReference", "RF-1");
        complete(number, "ConfirmRefund", "refundOutcome", "PAID", "refundAmount", 99, "refundReference", "FIN-1");
        return number;
    }

    public ProcessInstance takeDown(Object... fields) {
        return start("complaint-handling", fields);
    }

    public Complaint complaint(ComplaintNumber number) {
        return complaints.get(number);
    }

    public List<Happening> story(ComplaintNumber number) {
        return complaints.story(complaint(number)).stream().map(CaseEvent::what).toList();
    }
}
