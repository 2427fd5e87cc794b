package org.complaintdesk.complaint.matter;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.MatterFlow;
import org.complaintdesk.complaint.OutsideMatter;
import org.complaintdesk.complaint.OutsideMatters;
import org.complaintdesk.complaint.handling.CaseWork;
import org.complaintdesk.complaint.handling.HandlingVariables;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.deadline.ClockTimes;
import org.complaintdesk.deadline.ClocksMoved;
import org.complaintdesk.platform.AsSystem;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Speaks to the process complaint-matter for the rest of the desk. */
@Component
class MatterProcess implements MatterFlow {

    private static final String PROCESS = "complaint-matter";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final AsSystem system;
    private final Complaints complaints;
    private final Customers customers;
    private final OutsideMatters matters;
    private final CaseClocks clocks;
    private final ClockTimes times;
    private final CaseWork work;

    MatterProcess(RuntimeService runtime, TaskService tasks, AsSystem system,
                  Complaints complaints, Customers customers, OutsideMatters matters, CaseClocks clocks, ClockTimes times, CaseWork work) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.system = system;
        this.complaints = complaints;
        this.customers = customers;
        this.matters = matters;
        this.clocks = clocks;
        this.times = times;
        this.work = work;
    }

    @Override
    public void begin(OutsideMatter matter) {
        system.run(() -> {
            Complaint complaint = complaints.get(matter.caseNumber());
            Map<String, Object> variables = new HashMap<>(HandlingVariables.initial(complaint,
                    customers.byId(complaint.customerId()).name()));
            if (complaint.diagnosis() != null) {
                variables.put("categoryName", work.wording().of(complaint.diagnosis().category()));
            }
            variables.putAll(HandlingVariables.ofMatter(matter.clock()));
            runtime.createMessageCorrelation("MatterOpened").processInstanceBusinessKey(matter.caseNumber().value())
                    .setVariables(variables).correlateStartMessage();
        });
    }

    @Override
    public void turned(OutsideMatter matter) {
        system.run(() -> instances(matter).forEach(instance ->
                runtime.setVariables(instance.getId(), HandlingVariables.ofMatter(matter.clock()))));
    }

    @Override
    public void changed(OutsideMatter matter) {
        system.run(() -> instances(matter).stream().flatMap(instance -> openTasks(instance).stream()).forEach(task ->
                tasks.setVariable(task.getId(), SeeToMatter.WHO_ACTS, matter.whoActs().name())));
    }

    /** The case's clocks moved, perhaps those of its matters: so does what their tasks are due by, in the same transaction. */
    @EventListener
    void moved(ClocksMoved moved) {
        if (!ComplaintNumber.isNumber(moved.caseNumber()) || !clocks.haveSubjects(moved.caseNumber())) {
            return;
        }
        List<OutsideMatter> open = matters.open(new ComplaintNumber(moved.caseNumber()));
        if (!open.isEmpty()) {
            system.run(() -> open.forEach(matter -> instances(matter).forEach(instance -> follow(matter, instance))));
        }
    }

    private void follow(OutsideMatter matter, ProcessInstance instance) {
        Date due = times.due(matter.clock().caseNumber(), matter.clock().name().name(), matter.clock().subject());
        openTasks(instance).stream().filter(task -> !due.equals(task.getDueDate())).forEach(task -> {
            task.setDueDate(due);
            tasks.saveTask(task);
        });
    }

    private List<Task> openTasks(ProcessInstance instance) {
        return tasks.createTaskQuery().processInstanceId(instance.getId()).taskDefinitionKey(SeeToMatter.KEY).list();
    }

    @Override
    public void ended(OutsideMatter matter) {
        system.run(() -> runtime.createMessageCorrelation("MatterEnded").processInstanceBusinessKey(matter.caseNumber().value())
                .processInstanceVariableEquals("matter", matter.clock().subject()).correlateAll());
    }

    private List<ProcessInstance> instances(OutsideMatter matter) {
        return runtime.createProcessInstanceQuery().processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(matter.caseNumber().value())
                .variableValueEquals("matter", matter.clock().subject()).list();
    }
}
