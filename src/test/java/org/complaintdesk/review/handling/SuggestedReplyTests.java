package org.complaintdesk.review.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.complaintdesk.complaint.Closing;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.Solution;
import org.complaintdesk.compliance.Compliance;
import org.complaintdesk.compliance.Verdict;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.policy.Remedy;
import org.complaintdesk.policy.ReviewKind;
import org.complaintdesk.review.Review;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** What we suggest could be posted as it is, in both languages. */
@DeskTest
class SuggestedReplyTests {

    private static final int SHORTEST_LIMIT = 200;
    private static final String SHOP = "醉卿酒业官方旗舰店";

    @Autowired MessageSource messages;
    @Autowired Compliance compliance;
    @Autowired Wording wording;

    static Stream<String> suggestions() {
        return Stream.concat(Arrays.stream(ReviewKind.values()).map(Enum::name), Stream.of("SHORT"));
    }

    @ParameterizedTest
    @MethodSource("suggestions")
    void suggestion_passes_the_compliance_gate_whatever_was_found(String suggestion) {
        for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            for (String found : List.of("COMPLAINT_SETTLED", "COMPLAINT_ENDED", "COMPLAINT_OPEN", "MISUNDERSTANDING",
                    "NOT_REACHED", "CHECKED")) {
                String text = text(locale, suggestion, text(locale, found));
                assertThat(compliance.check(text).verdict()).as(text).isEqualTo(Verdict.CLEAR);
                if (locale == Locale.CHINESE || suggestion.equals("SHORT")) {
                    assertThat(text).hasSizeLessThanOrEqualTo(SHORTEST_LIMIT);
                }
            }
        }
    }

    @Test
    void reply_to_a_settled_complaint_claims_no_agreement_for_the_customer_may_have_said_nothing() {
        assertThat(suggestedFor(Closing.NO_ANSWER, Remedy.REFUND)).contains("我们已办理完毕（仅退款）").doesNotContain("商定");
    }

    @Test
    void claim_that_was_declined_is_not_called_dealt_with() {
        assertThat(suggestedFor(Closing.SATISFIED, Remedy.DECLINE_CLAIM)).contains("愿意继续协商").doesNotContain("办理完毕");
    }

    @Test
    void customer_who_did_not_answer_a_proposal_was_reached() {
        assertThat(suggestedFor(Closing.NO_ANSWER, null)).contains("愿意继续协商").doesNotContain("没有联系上");
        assertThat(suggestedFor(Closing.UNREACHABLE, null)).contains("没有联系上");
    }

    /** @param settledBy what the complaint was settled by; null when it was not */
    private String suggestedFor(Closing closing, Remedy settledBy) {
        ComplaintNumber number = new ComplaintNumber("C-20260803-000001");
        Complaint complaint = mock(Complaint.class);
        when(complaint.isClosed()).thenReturn(true);
        when(complaint.closing()).thenReturn(closing);
        if (settledBy != null) {
            when(complaint.settledAt()).thenReturn(Instant.EPOCH);
            when(complaint.solution()).thenReturn(new Solution(settledBy, null, "已向您说明"));
        }
        Complaints complaints = mock(Complaints.class);
        when(complaints.get(number)).thenReturn(complaint);
        Review review = mock(Review.class);
        when(review.complaintNumber()).thenReturn(number);
        when(review.shop()).thenReturn(SHOP);
        when(review.kind()).thenReturn(ReviewKind.OTHER);
        return new SuggestedReply(complaints, compliance, wording).to(review, SHORTEST_LIMIT);
    }

    private String text(Locale locale, String found) {
        return messages.getMessage("reply.found." + found, new Object[] {locale == Locale.CHINESE ? "退货退款" : "refund"}, locale);
    }

    private String text(Locale locale, String suggestion, String found) {
        Object[] facts = suggestion.equals("SHORT") ? new Object[] {SHOP, found}
                : new Object[] {SHOP, messages.getMessage("reply.product", new Object[] {"53度酱香型白酒 500ml 整箱六瓶礼盒装"}, locale), found};
        return messages.getMessage("reply.suggestion." + suggestion, facts, locale);
    }
}
