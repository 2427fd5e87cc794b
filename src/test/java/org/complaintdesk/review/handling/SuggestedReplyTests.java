package org.complaintdesk.review.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.complaintdesk.compliance.Compliance;
import org.complaintdesk.compliance.Verdict;
import org.complaintdesk.policy.ReviewKind;
import org.complaintdesk.support.DeskTest;
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

    private String text(Locale locale, String found) {
        return messages.getMessage("reply.found." + found, new Object[] {locale == Locale.CHINESE ? "退货退款" : "refund"}, locale);
    }

    private String text(Locale locale, String suggestion, String found) {
        Object[] facts = suggestion.equals("SHORT") ? new Object[] {SHOP, found}
                : new Object[] {SHOP, messages.getMessage("reply.product", new Object[] {"53度酱香型白酒 500ml 整箱六瓶礼盒装"}, locale), found};
        return messages.getMessage("reply.suggestion." + suggestion, facts, locale);
    }
}
