package org.complaintdesk.complaint.handling;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.customer.UpdateKind;
import org.complaintdesk.deadline.Deadlines;
import org.complaintdesk.identity.StaffNotice;
import org.complaintdesk.identity.StaffNoticeDue;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Brings an overdue case before the next level: supervisors first, then managers. Its tasks go before all others, and
 * the customer gets an apology and a new time, once.
 */
@Component
class EscalateComplaint extends CaseStep {

    private static final int LAST_LEVEL = 2;

    private final Deadlines deadlines;
    private final Clock clock;
    private final TaskService tasks;
    private final ApplicationEventPublisher events;

    EscalateComplaint(CaseWork work, Deadlines deadlines, Clock clock, TaskService tasks,
                      ApplicationEventPublisher events) {
        super(work);
        this.deadlines = deadlines;
        this.clock = clock;
        this.tasks = tasks;
        this.events = events;
    }

    @Override
    protected void run(Complaint complaint, HandlingVariables variables) {
        boolean first = complaint.escalationLevel() == 0;
        complaint.escalate(first ? 1 : LAST_LEVEL);
        Instant next = deadlines.due("ESCALATION_STEP", complaint.severity(), clock.instant());
        variables.escalate(first, next);
        tasks.createTaskQuery().processInstanceBusinessKey(complaint.number().value()).list()
                .forEach(task -> tasks.setPriority(task.getId(), complaint.priority()));
        if (first) {
            Map<String, String> facts = new HashMap<>();
            facts.put("orderNumber", complaint.orderNumber());
            facts.put("problem", complaint.description());
            facts.put("dueBy", wording().moment(complaint.settlementDue()));
            facts.put("newDue", wording().moment(next));
            work.tellCustomer(complaint, UpdateKind.DELAY_APOLOGY, facts);
        }
        events.publishEvent(new StaffNoticeDue(complaint.number().value(), StaffNotice.ESCALATION,
                HandlingVariables.escalationGroup(first), work.staffFacts(complaint)));
    }
}
