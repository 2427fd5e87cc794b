package org.complaintdesk.complaint.matter;

import org.complaintdesk.casework.TaskForm;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.MatterOutcome;
import org.complaintdesk.complaint.MatterProgress;
import org.complaintdesk.complaint.OutsideMatters;
import org.complaintdesk.complaint.WhoActs;
import org.complaintdesk.complaint.handling.CaseTask;
import org.complaintdesk.complaint.handling.CaseWork;
import org.complaintdesk.complaint.handling.HandlingVariables;
import org.complaintdesk.complaint.handling.Route;
import org.complaintdesk.platform.FormInput;
import org.springframework.stereotype.Component;

/** An agent sees to a matter with someone outside: what has happened, who has to act next, by when, or how it ended. */
@Component
class SeeToMatter extends CaseTask {

    static final String KEY = "SeeToMatter";
    static final String WHO_ACTS = "whoActs";

    /** How the matter goes on. */
    private enum MatterStep {
        GO_ON, CLOSE
    }

    private final OutsideMatters matters;
    private final MatterFacts facts;

    SeeToMatter(CaseWork work, OutsideMatters matters, MatterFacts facts) {
        super(work);
        this.matters = matters;
        this.facts = facts;
    }

    @Override
    protected void kept(Complaint complaint, TaskForm form, HandlingVariables variables) {
        form.prefill(WHO_ACTS, matters.get(complaint.number(), variables.matter()).whoActs().name());
    }

    @Override
    protected void shown(Complaint complaint, TaskForm form, HandlingVariables variables) {
        form.show("matterFacts", facts.of(matters.get(complaint.number(), variables.matter())));
    }

    @Override
    protected void completed(Complaint complaint, FormInput input, HandlingVariables variables) {
        if (input.choice("matterStep", MatterStep.class) == MatterStep.CLOSE) {
            matters.close(complaint, variables.matter(), input.choice("matterOutcome", MatterOutcome.class),
                    input.optionalText("matterResult", 2_000));
            variables.route(Route.MATTER_CLOSED);
        } else {
            matters.goOn(complaint, variables.matter(), new MatterProgress(input.choice(WHO_ACTS, WhoActs.class),
                    input.optionalTime("matterDueAt"), input.optionalText("matterReference", 100),
                    input.optionalText("matterProgress", 2_000)));
            variables.route(Route.MATTER_OPEN);
        }
    }
}
