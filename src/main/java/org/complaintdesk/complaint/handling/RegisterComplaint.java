package org.complaintdesk.complaint.handling;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.identity.SignedIn;
import org.complaintdesk.platform.FormInput;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** Keeps what the agent took down, under a new number. A refused form starts nothing. */
@Component
class RegisterComplaint implements JavaDelegate {

    private final Complaints complaints;
    private final CaseWork work;
    private final SignedIn signedIn;
    private final Wording wording;

    RegisterComplaint(Complaints complaints, CaseWork work, SignedIn signedIn, Wording wording) {
        this.complaints = complaints;
        this.work = work;
        this.signedIn = signedIn;
        this.wording = wording;
    }

    @Override
    public void execute(DelegateExecution execution) {
        FormInput input = new FormInput(execution, wording);
        NewComplaint taken = ReportedForm.read(input);
        Complaint complaint = complaints.takeDown(taken, signedIn.person().orElse(null)).orElseThrow(() -> input.invalid("externalId",
                "handling.known-already", complaints.find(taken.shop(), taken.channel(), taken.externalId())
                        .map(known -> known.number().value()).orElse("")));
        execution.setProcessBusinessKey(complaint.number().value());
        HandlingVariables variables = HandlingVariables.of(execution);
        variables.removeUnknown();
        work.show(complaint, variables);
    }
}
