package org.complaintdesk.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.complaintdesk.complaint.Answered;
import org.complaintdesk.complaint.Closing;
import org.complaintdesk.complaint.CustomerView.NextStep;
import org.complaintdesk.complaint.CustomerView.Turn;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.complaint.Silence;
import org.complaintdesk.evidence.Scan;
import org.complaintdesk.policy.ExecutionStep;
import org.complaintdesk.policy.Remedy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class TrackWordsTests {

    /** What colleagues do among themselves. */
    private static final Set<Happening> OURS = EnumSet.of(Happening.RECORDED, Happening.TRIAGED, Happening.PROPOSED, Happening.APPROVAL_NEEDED,
            Happening.APPROVED, Happening.RETURNED, Happening.CUSTOMER_HEARD, Happening.SHOP_HEARD, Happening.REMINDED, Happening.ESCALATED,
            Happening.TAKEN_OVER, Happening.REASSIGNED, Happening.AUTHORISED, Happening.TOLD, Happening.REVIEW_LINKED,
            Happening.ADDRESS_CORRECTED, Happening.MESSAGE_RESENT, Happening.FIRST_RESPONSE, Happening.NOT_REACHED,
            Happening.MATTER_OPENED, Happening.MATTER_CHANGED, Happening.MATTER_CLOSED, Happening.HANDED_OVER, Happening.DUPLICATE_JOINED,
            Happening.RETURN_OVERDUE, Happening.ORDER_AMOUNT_CORRECTED);

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void everything_a_customer_can_meet_has_words(String language) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        Set<String> missing = new TreeSet<>();
        Stream.of(keys("turn", Turn.values()), keys("now", NextStep.values()), keys("then", NextStep.values()),
                        keys("closed", Closing.values()), keys("fact.closing", Closing.values()), keys("fact.silence", Silence.values()), keys("silence", Silence.ACCEPT, Silence.CLOSE, Silence.GO_ON),
                        
                        keys("Remedy", Remedy.values()), keys("scan", Scan.values()), keys("answered", Answered.ALREADY, Answered.TOO_LATE,
                                Answered.NOT_POSSIBLE), Stream.of(Deed.values()).map(deed -> "track.done." + deed + ".DONE"),
                        keys("step", EnumSet.complementOf(EnumSet.of(ExecutionStep.NONE)).toArray(ExecutionStep[]::new)),
                        keys("happened", EnumSet.complementOf(EnumSet.copyOf(OURS)).toArray(Happening[]::new)),
                        List.of("US", "CUSTOMER", "COURIER").stream().flatMap(turn -> Stream.of("track.by." + turn, "track.by.open." + turn)))
                .flatMap(keys -> keys).filter(key -> messages.getMessage(key, null, null, Locale.forLanguageTag(language)) == null)
                .forEach(missing::add);
        assertThat(missing).isEmpty();
    }

    private static Stream<String> keys(String prefix, Enum<?>... words) {
        return Stream.of(words).map(word -> "track." + prefix + "." + word.name());
    }
}
