package org.complaintdesk.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.stream.Stream;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.compliance.Verdict;
import org.complaintdesk.customer.UpdateKind;
import org.complaintdesk.deadline.AlarmLevel;
import org.complaintdesk.deadline.ClockChange;
import org.complaintdesk.deadline.ClockName;
import org.complaintdesk.deadline.ClockState;
import org.complaintdesk.deadline.HolidaySource;
import org.complaintdesk.deadline.OnBreach;
import org.complaintdesk.identity.StaffNotice;
import org.complaintdesk.review.ContactOutcome;
import org.complaintdesk.review.EarlyEnd;
import org.complaintdesk.review.Fate;
import org.complaintdesk.review.LessonArea;
import org.complaintdesk.review.ReviewHappening;
import org.complaintdesk.review.ReviewStage;
import org.complaintdesk.review.Ruling;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;

class VocabularyLabelsTests {

    static Stream<Enum<?>> everyWord() {
        return Stream.<Enum<?>[]>of(Category.values(), Severity.values(), ResponsibleParty.values(), Remedy.values(),
                ExecutionStep.values(), Channel.values(), UpdateKind.values(), StaffNotice.values(), Verdict.values(),
                ReviewKind.values(), ReviewStage.values(), ContactOutcome.values(), Ruling.values(), Fate.values(),
                LessonArea.values(), EarlyEnd.values(), ReviewHappening.values(), ClockName.values(), ClockState.values(),
                ClockChange.values(), OnBreach.values(), AlarmLevel.values(), HolidaySource.values()).flatMap(Arrays::stream);
    }

    @ParameterizedTest
    @MethodSource("everyWord")
    void every_word_has_a_label_in_both_languages(Enum<?> word) throws IOException {
        String key = word.getDeclaringClass().getSimpleName() + "." + word.name();

        assertThat(bundle("messages.properties").getProperty(key)).as(key).isNotBlank();
        assertThat(bundle("messages_en.properties").getProperty(key)).as(key).isNotBlank().matches("\\p{ASCII}+");
    }

    private static Properties bundle(String name) throws IOException {
        Properties labels = new Properties();
        try (Reader reader = new EncodedResource(new ClassPathResource(name), StandardCharsets.UTF_8).getReader()) {
            labels.load(reader);
        }
        return labels;
    }
}
