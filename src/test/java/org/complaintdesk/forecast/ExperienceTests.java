package org.complaintdesk.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.complaintdesk.complaint.Stage;
import org.complaintdesk.forecast.Experience.Finding;
import org.complaintdesk.forecast.Experience.Situation;
import org.complaintdesk.policy.Category;
import org.junit.jupiter.api.Test;

class ExperienceTests {

    private static final Situation QUALITY = new Situation("ROUND_THE_CLOCK", Stage.PROPOSING, Category.QUALITY);
    private static final Situation ANY = QUALITY.anyCategory();

    @Test
    void cases_of_the_same_category_and_stage_come_first() {
        Finding finding = experience(37, 100).about(QUALITY, hours(0), hours(28));

        assertThat(finding.basis()).isEqualTo(Basis.CATEGORY_AND_STAGE);
        assertThat(finding.estimate().similar()).isEqualTo(37);
        assertThat(finding.estimate().late()).isEqualTo(9);
        assertThat(finding.estimate().likely()).isEqualTo(hours(19));
        assertThat(finding.estimate().safe()).isEqualTo(hours(30));
    }

    @Test
    void too_few_of_the_category_fall_back_to_the_stage() {
        Finding finding = experience(19, 60).about(QUALITY, hours(0), hours(30));

        assertThat(finding.basis()).isEqualTo(Basis.STAGE);
        assertThat(finding.estimate().similar()).isEqualTo(60);
        assertThat(finding.estimate().late()).isEqualTo(30);
    }

    @Test
    void a_case_without_a_category_is_compared_with_all_of_its_stage() {
        assertThat(experience(37, 60).about(ANY, hours(0), hours(30)).basis()).isEqualTo(Basis.STAGE);
    }

    @Test
    void below_twenty_nothing_is_said() {
        Finding finding = experience(12, 19).about(QUALITY, hours(0), hours(30));

        assertThat(finding.basis()).isEqualTo(Basis.TOO_FEW);
        assertThat(finding.estimate()).isNull();
        assertThat(finding.known()).isEqualTo(19);
    }

    @Test
    void other_calendars_and_stages_do_not_count() {
        Experience known = experience(37, 60);

        assertThat(known.about(new Situation("SERVICE_HOURS", Stage.PROPOSING, Category.QUALITY), hours(0), hours(1)).basis())
                .isEqualTo(Basis.TOO_FEW);
        assertThat(known.about(new Situation("ROUND_THE_CLOCK", Stage.EXECUTING, Category.QUALITY), hours(0), hours(1)).basis())
                .isEqualTo(Basis.TOO_FEW);
    }

    @Test
    void only_those_that_stayed_as_long_count() {
        Finding finding = experience(37, 60).about(QUALITY, Duration.ofMinutes(10 * 60 + 1), hours(20));

        assertThat(finding.estimate().similar()).isEqualTo(27);
        assertThat(finding.estimate().longest()).isFalse();
    }

    @Test
    void one_that_has_stayed_longer_than_nearly_all_is_compared_with_those_that_stayed_longest() {
        Finding finding = experience(37, 37).about(QUALITY, hours(500), hours(10));

        assertThat(finding.basis()).isEqualTo(Basis.CATEGORY_AND_STAGE);
        assertThat(finding.estimate().longest()).isTrue();
        assertThat(finding.estimate().similar()).isEqualTo(20);
    }

    @Test
    void risk_has_bands_of_a_quarter() {
        assertThat(List.of(0.0, 0.24, 0.25, 0.49, 0.5, 0.74, 0.75, 1.0).stream().map(Risk::of)).containsExactly(Risk.LOW, Risk.LOW,
                Risk.RAISED, Risk.RAISED, Risk.HIGH, Risk.HIGH, Risk.VERY_HIGH, Risk.VERY_HIGH);
        assertThat(Risk.of(null)).isEqualTo(Risk.UNKNOWN);
    }

    /** Stays of 1, 2, 3 … hours in which nothing else was to be done afterwards. */
    private static Experience experience(int ofCategory, int ofStage) {
        return new Experience(Map.of(QUALITY, stays(ofCategory), ANY, stays(ofStage)));
    }

    private static List<Stay> stays(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(hour -> new Stay(hours(hour), hours(hour))).toList();
    }

    private static Duration hours(int hours) {
        return Duration.ofHours(hours);
    }
}
