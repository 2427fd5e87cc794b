package org.complaintdesk.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.roster.Roster;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** A group of its own, so that nobody of another test is in it; everything is taken back at the end. */
@DeskTest
@Transactional
class AssignmentTests {

    private static final NewWork ANY = new NewWork("店", List.of());

    @Autowired Roster roster;
    @Autowired Skills skills;
    @Autowired Turns turns;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    private final Shops shops = Mockito.mock(Shops.class);

    @BeforeEach
    void people() {
        Mockito.when(shops.peopleFor("agents", "店")).thenReturn(List.of("assann", "assbob", "asscho"));
        Mockito.when(shops.peopleFor("agents", "别的店")).thenReturn(List.of("assdee"));
        in(AssignmentMode.ROUND_ROBIN).whoGets("agents", () -> new NewWork("别的店", List.of()));
        next(6, ANY);
    }

    @Test
    void off_as_installed_it_chooses_nobody_and_asks_nothing() {
        assertThat(new AssignmentProperties(AssignmentMode.OFF).mode()).isEqualTo(AssignmentMode.OFF);
        assertThat(in(AssignmentMode.OFF).whoGets("agents", () -> {
            throw new AssertionError("nobody is to ask");
        })).isEmpty();
    }

    @Test
    void somebody_who_is_away_never_gets_one() {
        away("assbob", clock.instant().minusSeconds(60), clock.instant().plus(Duration.ofDays(7)));

        assertThat(next(20, ANY)).hasSize(20).doesNotContain("assbob").contains("assann", "asscho");
        assertThat(in(AssignmentMode.LEAST_LOADED).whoGets("agents", () -> ANY)).get().isNotEqualTo("assbob");
    }

    @Test
    void somebody_whose_hours_are_over_gets_none() {
        jdbc.sql("insert into duty_hours (person, hours, who, at) values ('assann', :hours, 'sue', now())")
                .param("hours", otherDay() + " 09:00-18:00").update();

        assertThat(next(10, ANY)).doesNotContain("assann");
    }

    @Test
    void with_everybody_away_the_task_stays_the_groups() {
        List.of("assann", "assbob", "asscho").forEach(all -> away(all, clock.instant().minusSeconds(60), clock.instant().plusSeconds(60)));

        assertThat(in(AssignmentMode.ROUND_ROBIN).whoGets("agents", () -> ANY)).isEmpty();
    }

    @Test
    void only_people_who_see_the_shop_get_its_tasks() {
        assertThat(next(4, new NewWork("别的店", List.of()))).containsOnly("assdee");
    }

    @Test
    void who_suits_the_case_gets_it_by_turns() {
        skills.change("assann", Set.of(new Skill(SkillKind.CATEGORY, "INVOICE")));
        skills.change("asscho", Set.of(new Skill(SkillKind.CATEGORY, "INVOICE")));

        assertThat(next(6, NewWork.of("店", "INVOICE", "TMALL", "zh"))).containsOnly("assann", "asscho");
        assertThat(next(6, NewWork.of("店", "QUALITY", "TMALL", "zh"))).containsOnly("assbob");
    }

    @Test
    void work_that_is_handed_over_never_goes_back_to_who_gives_it_away() {
        for (int i = 0; i < 10; i++) {
            assertThat(in(AssignmentMode.OFF).whoTakesOver("agents", ANY, "assann")).get().isNotEqualTo("assann");
        }
    }

    private List<String> next(int count, NewWork work) {
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            in(AssignmentMode.ROUND_ROBIN).whoGets("agents", () -> work).ifPresent(chosen::add);
        }
        return chosen;
    }

    private Assignment in(AssignmentMode mode) {
        return new Assignment(new AssignmentProperties(mode), new Candidates(shops, roster, skills, clock), turns);
    }

    private void away(String person, Instant from, Instant until) {
        jdbc.sql("insert into absence (person, starts_at, ends_at, reason, entered_by, entered_at) values (?, ?, ?, '年假', 'sue', now())")
                .params(person, Timestamp.from(from), Timestamp.from(until)).update();
    }

    private String otherDay() {
        return clock.instant().atZone(clock.getZone()).getDayOfWeek().plus(3).name().substring(0, 3);
    }
}
