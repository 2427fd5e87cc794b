package org.complaintdesk.review.handling;

import java.util.Map;
import org.complaintdesk.casework.CaseHandler;
import org.complaintdesk.casework.FactSheet;
import org.complaintdesk.casework.TaskForm;
import org.complaintdesk.compliance.Compliance;
import org.complaintdesk.compliance.ComplianceRuling;
import org.complaintdesk.platform.FormInput;
import org.complaintdesk.platform.Markdown;
import org.complaintdesk.policy.PublicReplies;
import org.complaintdesk.policy.PublicReply;
import org.complaintdesk.review.Review;
import org.complaintdesk.review.ReviewHappening;
import org.springframework.stereotype.Component;

/** An agent writes what everyone can read below the review, or decides not to. Forbidden text stays here. */
@Component
class WritePublicReply extends ReviewTask {

    /** What the engine keeps of a submitted text. */
    private static final int LONGEST_VARIABLE = 3_500;

    /** What the agent decides. */
    private enum ReplyStep {
        REPLY, NO_REPLY
    }

    private final PublicReplies replies;
    private final Compliance compliance;
    private final SuggestedReply suggestion;
    private final FactSheet sheet;

    WritePublicReply(ReviewWork work, CaseHandler handlers, PublicReplies replies, Compliance compliance,
                     SuggestedReply suggestion, FactSheet sheet) {
        super(work, handlers);
        this.replies = replies;
        this.compliance = compliance;
        this.suggestion = suggestion;
        this.sheet = sheet;
    }

    @Override
    protected void shown(Review review, TaskForm form) {
        PublicReply rules = replies.of(review.platform().name());
        form.show("replyGuide", guide(review, rules));
        form.show("replyLimit", String.valueOf(longest(rules)));
        form.show("shopName", Markdown.literal(review.shop(), 100));
    }

    @Override
    protected void started(Review review, TaskForm form) {
        form.prefill("reply", review.reply() != null ? review.reply()
                : suggestion.to(review, longest(replies.of(review.platform().name()))));
    }

    private String guide(Review review, PublicReply rules) {
        String guide = sheet.line("reply.due", wording().moment(review.replyDue())) + " · " + Markdown.literal(rules.source(), 200);
        return review.reply() == null ? guide : guide + cameBack(review);
    }

    /** A reply that was written before came back: from the supervisor or from the platform. */
    private String cameBack(Review review) {
        Map<String, String> back = work.latestOf(review, ReviewHappening.RETURNED, ReviewHappening.REPLY_REFUSED);
        return "\n**" + wording().text("reply.came-back") + "** " + Markdown.literal(back.getOrDefault("note", "–"), 400);
    }

    @Override
    protected void completed(Review review, FormInput input, ReviewVariables variables) {
        if (input.choice("replyStep", ReplyStep.class) == ReplyStep.NO_REPLY) {
            review.notReplying(input.text("noReplyReason", 1_000));
            return;
        }
        String reply = input.text("reply", longest(replies.of(review.platform().name())));
        ComplianceRuling ruling = compliance.check(reply);
        if (ruling.isForbidden()) {
            throw input.refused("reply", compliance.explain(ruling));
        }
        review.drafted(reply);
    }

    private static int longest(PublicReply rules) {
        return Math.min(rules.longest(), LONGEST_VARIABLE);
    }
}
