package org.complaintdesk.complaint.handling;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.complaintdesk.casework.FormContents;
import org.complaintdesk.casework.TaskFlow;
import org.complaintdesk.casework.TaskForm;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.identity.StaffGroup;
import org.complaintdesk.platform.FormInput;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.policy.Money;

/**
 * A user task of a complaint's flow: what its form shows when somebody reads it, and what its completion does to the complaint.
 * An input that cannot be accepted keeps the task open.
 */
public abstract class CaseTask implements TaskListener, FormContents {

    protected final CaseWork work;

    protected CaseTask(CaseWork work) {
        this.work = work;
    }

    @Override
    public final void notify(DelegateTask task) {
        HandlingVariables variables = HandlingVariables.of(TaskFlow.of(task));
        Complaint complaint = work.complaint(variables.number());
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            opening(complaint);
            if (complaint.isChanged()) {
                work.keep(complaint, variables);
            }
            TaskForm kept = new TaskForm(task);
            kept(complaint, kept, variables);
            if (isForHelpers(task)) {
                kept.show("number", complaint.number().value());
                kept.show("customerName", variables.customerName());
            }
            work.dueTimes().limit(task, complaint.number().value());
            work.handlers().keep(task, complaint.handler(), () -> work.asks(complaint)).ifPresent(agent -> {
                complaint.handledBy(agent);
                work.keepHandler(complaint);
            });
        } else {
            completed(complaint, new FormInput(task, () -> startedWith(complaint), work.wording()), variables);
            work.handlers().after(task).ifPresent(complaint::handledBy);
            tidy(variables);
            work.keep(complaint, variables);
        }
    }

    @Override
    public final void fill(DelegateTask task, TaskForm form) {
        HandlingVariables variables = HandlingVariables.of(task.getExecution());
        Complaint complaint = work.read(variables.number());
        form.show("caseFacts", work.facts(complaint));
        shown(complaint, form, variables);
        started(complaint, form);
    }

    private Map<String, Object> startedWith(Complaint complaint) {
        Map<String, Object> values = new HashMap<>();
        started(complaint, new TaskForm(values));
        return values;
    }

    /** Finance and warehouse read their own tasks and nothing else of the case: what lists show comes with the task. */
    private static boolean isForHelpers(DelegateTask task) {
        return !task.getCandidates().isEmpty() && task.getCandidates().stream()
                .allMatch(link -> StaffGroup.helpers().contains(link.getGroupId()));
    }

    /** Finds out what the task is easier with; what the complaint learns is kept and shown. */
    protected void opening(Complaint complaint) {
    }

    /** What belongs to this very task, whatever happens later: stored with it. */
    protected void kept(Complaint complaint, TaskForm form, HandlingVariables variables) {
    }

    /** Texts and options, whenever the form is read. */
    protected void shown(Complaint complaint, TaskForm form) {
    }

    /** The same for a task that is about one of several things of the case, which its process names. */
    protected void shown(Complaint complaint, TaskForm form, HandlingVariables variables) {
        shown(complaint, form);
    }

    /** The values fields start with, and have when they are not submitted. */
    protected void started(Complaint complaint, TaskForm form) {
    }

    protected abstract void completed(Complaint complaint, FormInput input, HandlingVariables variables);

    /** Takes what the form submitted out of the process again: the complaint has it now. */
    protected void tidy(HandlingVariables variables) {
        variables.removeUnknown();
    }

    protected final Wording wording() {
        return work.wording();
    }

    protected final CustomerText customerText() {
        return work.customerText();
    }

    /** @return null when none was entered */
    protected static Money money(FormInput input, String field) {
        BigDecimal number = input.optionalNumber(field);
        if (number == null) {
            return null;
        }
        try {
            return Money.of(number);
        } catch (IllegalArgumentException e) {
            throw input.invalid(field, "input.no-amount", plain(number));
        }
    }

    /** 1E+999999999 is a short text but would be a billion digits. */
    private static String plain(BigDecimal number) {
        boolean few = Math.abs((long) number.scale()) < 30;
        return few ? number.toPlainString() : number.toString();
    }
}
