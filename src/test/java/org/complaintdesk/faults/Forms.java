package org.complaintdesk.faults;

import java.util.Map;

/** What an agent in a hurry enters at each task. */
final class Forms {

    private static final Map<String, Map<String, Object>> FIELDS = Map.of(
            "RecordComplaint", Map.of("customerName", "王小明", "phone", "13800005678"),
            "DiagnoseProblem", Map.of("nextStep", "DIAGNOSED", "category", "DAMAGED_IN_TRANSIT", "severity", "P2", "responsibleParty", "COURIER",
                    "priority", 60, "rootCause", "快递分拣时摔落"),
            "ProposeSolution", Map.of("proposalStep", "PROPOSE", "remedy", "REFUND", "amount", 60, "explanation", "经核实，商品在运输途中破损。"),
            "ApproveSolution", Map.of("approval", "APPROVE"),
            "RecordCustomerAnswer", Map.of("answer", "ACCEPTED"),
            "ExecuteSolution", Map.of("executionNote", "已在后台提交退款", "executionReference", "RF-1"),
            "ConfirmRefund", Map.of("refundOutcome", "PAID", "refundAmount", 60, "refundReference", "FIN-1"),
            "FollowUpCustomer", Map.of("satisfied", "YES", "score", 5, "followUpNote", "满意"));

    private Forms() {
    }

    /** @return null for a task that is left to others */
    static Map<String, Object> of(String task) {
        return FIELDS.get(task);
    }
}
