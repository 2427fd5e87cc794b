package org.complaintdesk.review.handling;

import java.util.Map;
import org.complaintdesk.casework.CaseHandler;
import org.complaintdesk.casework.FactSheet;
import org.complaintdesk.casework.TaskForm;
import org.complaintdesk.platform.FormInput;
import org.complaintdesk.platform.Markdown;
import org.complaintdesk.review.Review;
import org.complaintdesk.review.ReviewHappening;
import org.complaintdesk.review.Ruling;
import org.springframework.stereotype.Component;

/** An agent notes what the platform decided about the report, or that it does not answer. */
@Component
class RecordRuling extends ReviewTask {

    private final FactSheet sheet;

    RecordRuling(ReviewWork work, CaseHandler handlers, FactSheet sheet) {
        super(work, handlers);
        this.sheet = sheet;
    }

    @Override
    protected void shown(Review review, TaskForm form) {
        Map<String, String> report = work.latest(review, ReviewHappening.REPORTED);
        form.show("reportFacts", sheet.line("report.reference", report.get("reference")) + "\n**"
                + wording().text("report.evidence") + "** " + Markdown.literal(report.getOrDefault("note", "–"), 400));
    }

    @Override
    protected void completed(Review review, FormInput input, ReviewVariables variables) {
        Ruling ruling = input.choice("ruling", Ruling.class);
        review.ruled(ruling, input.optionalText("rulingNote", 1_000));
        variables.route(ruling == Ruling.REMOVED ? ReviewRoute.REMOVED : ReviewRoute.NOT_REMOVED);
    }
}
