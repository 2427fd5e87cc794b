package org.complaintdesk.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.complaintdesk.complaint.CaseEvent;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.complaint.Stage;
import org.junit.jupiter.api.Test;

class StageVisitsTests {

    private static final Instant START = Instant.parse("2026-11-21T01:00:00Z");

    @Test
    void every_stay_has_its_beginning_and_its_end() {
        List<StageVisit> visits = visits(true, Happening.RECEIVED, Happening.TRIAGED, Happening.RECORDED, Happening.DIAGNOSED,
                Happening.PROPOSED, Happening.PRESENTED, Happening.DECLINED, Happening.PROPOSED, Happening.PRESENTED,
                Happening.ACCEPTED, Happening.STEP_DONE, Happening.SETTLED);

        assertThat(visits).extracting(StageVisit::stage).containsExactly(Stage.RECEIVED, Stage.DIAGNOSING, Stage.PROPOSING,
                Stage.AWAITING_CUSTOMER, Stage.PROPOSING, Stage.AWAITING_CUSTOMER, Stage.EXECUTING, Stage.FOLLOWING_UP);
        assertThat(visits.get(0)).isEqualTo(new StageVisit(Stage.RECEIVED, minute(0), minute(2)));
        assertThat(visits.get(1).until()).isEqualTo(visits.get(2).from()).isEqualTo(minute(3));
        assertThat(visits.get(7).until()).isNull();
    }

    @Test
    void a_case_that_was_taken_down_complete_is_diagnosed_from_triage_on() {
        assertThat(visits(true, Happening.RECEIVED, Happening.TRIAGED)).extracting(StageVisit::stage)
                .containsExactly(Stage.RECEIVED, Stage.DIAGNOSING);
        assertThat(visits(false, Happening.RECEIVED, Happening.TRIAGED)).extracting(StageVisit::stage)
                .containsExactly(Stage.RECEIVED);
    }

    @Test
    void reopening_begins_anew() {
        assertThat(visits(true, Happening.RECEIVED, Happening.RECORDED, Happening.SETTLED, Happening.CLOSED,
                Happening.REOPENING_ASKED, Happening.REOPENED, Happening.DIAGNOSED)).extracting(StageVisit::stage)
                .containsExactly(Stage.DIAGNOSING, Stage.PROPOSING);
    }

    @Test
    void silence_leads_where_policy_says() {
        CaseEvent accepted = new CaseEvent(minute(9), CaseEvent.SYSTEM, Happening.SILENCE, Map.of("silence", "ACCEPT"));
        CaseEvent asking = new CaseEvent(minute(9), CaseEvent.SYSTEM, Happening.SILENCE, Map.of("silence", "KEEP_ASKING"));
        CaseEvent presented = new CaseEvent(minute(1), CaseEvent.SYSTEM, Happening.PRESENTED, Map.of());

        assertThat(StageVisits.of(List.of(presented, accepted), true)).last().extracting(StageVisit::stage).isEqualTo(Stage.EXECUTING);
        assertThat(StageVisits.of(List.of(presented, asking), true)).last().extracting(StageVisit::stage)
                .isEqualTo(Stage.AWAITING_CUSTOMER);
    }

    private static List<StageVisit> visits(boolean recorded, Happening... story) {
        return StageVisits.of(IntStream.range(0, story.length).mapToObj(minute -> new CaseEvent(minute(minute), CaseEvent.SYSTEM,
                story[minute], Map.of())).toList(), recorded);
    }

    private static Instant minute(int minute) {
        return START.plusSeconds(60L * minute);
    }
}
