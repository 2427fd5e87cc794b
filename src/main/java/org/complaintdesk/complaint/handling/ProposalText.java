package org.complaintdesk.complaint.handling;

import java.util.HashMap;
import java.util.Map;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Solution;
import org.complaintdesk.platform.Markdown;
import org.complaintdesk.platform.Wording;

/** The current proposal as customers read it in a message and staff in a form. */
public final class ProposalText {

    private static final int SHOWN = 600;

    private ProposalText() {
    }

    public static Map<String, String> facts(Complaint complaint, Wording wording) {
        Solution solution = complaint.solution();
        Map<String, String> facts = new HashMap<>();
        facts.put("orderNumber", complaint.orderNumber());
        facts.put("problem", complaint.description());
        facts.put("remedy", wording.of(solution.remedy()));
        facts.put("amount", solution.amount() == null ? null : solution.amount().format());
        facts.put("explanation", solution.explanation());
        return facts;
    }

    /** @return Markdown for a form */
    public static String markdown(Complaint complaint, Wording wording) {
        Solution solution = complaint.solution();
        String amount = solution.amount() == null ? "" : " " + solution.amount().format();
        String explanation = solution.explanation() == null ? "" : "\n" + Markdown.literal(solution.explanation(), SHOWN);
        return "**%s** %s%s%s".formatted(wording.text("field.remedy"), wording.of(solution.remedy()), amount, explanation);
    }
}
