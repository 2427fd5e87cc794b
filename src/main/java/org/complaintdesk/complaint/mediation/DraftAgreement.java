package org.complaintdesk.complaint.mediation;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintdesk.casework.TaskForm;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.complaint.handling.CaseTask;
import org.complaintdesk.complaint.handling.CaseWork;
import org.complaintdesk.complaint.handling.HandlingVariables;
import org.complaintdesk.complaint.handling.RemedyChoice;
import org.complaintdesk.platform.FormInput;
import org.complaintdesk.platform.Markdown;
import org.springframework.stereotype.Component;

/** A supervisor weighs both sides and writes the agreement with each side's duties. */
@Component
class DraftAgreement extends CaseTask {

    private final RemedyChoice remedies;

    DraftAgreement(CaseWork work, RemedyChoice remedies) {
        super(work);
        this.remedies = remedies;
    }

    @Override
    protected void shown(Complaint complaint, TaskForm form) {
        remedies.offer(complaint, form);
        form.show("statements", Stream.of(Happening.CUSTOMER_HEARD, Happening.SHOP_HEARD)
                .map(side -> statement(side, work.latest(complaint, side))).collect(Collectors.joining("\n\n")));
    }

    private String statement(Happening side, Map<String, String> said) {
        return "**%s**\n%s".formatted(wording().of(side), Stream.of("note", "evidence").map(said::get)
                .filter(text -> text != null).map(text -> Markdown.literal(text, 300)).collect(Collectors.joining("\n")));
    }

    @Override
    protected void completed(Complaint complaint, FormInput input, HandlingVariables variables) {
        complaint.draftAgreement(remedies.read(complaint, input, "agreementText", 3_000));
    }
}
