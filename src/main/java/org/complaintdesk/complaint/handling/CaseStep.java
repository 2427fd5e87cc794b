package org.complaintdesk.complaint.handling;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.platform.Wording;

/** A step the process takes by itself, in the transaction of what led to it. */
public abstract class CaseStep implements JavaDelegate {

    protected final CaseWork work;

    protected CaseStep(CaseWork work) {
        this.work = work;
    }

    @Override
    public final void execute(DelegateExecution execution) {
        HandlingVariables variables = HandlingVariables.of(execution);
        Complaint complaint = work.complaint(variables.number());
        run(complaint, variables);
        if (complaint.isChanged()) {
            work.keep(complaint, variables);
        }
    }

    protected abstract void run(Complaint complaint, HandlingVariables variables);

    protected final Wording wording() {
        return work.wording();
    }
}
