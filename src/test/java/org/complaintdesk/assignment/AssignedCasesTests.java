package org.complaintdesk.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.identity.Staff;
import org.complaintdesk.review.ReviewNumber;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.support.ReviewDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;

/** The flows with the assignment switched on, for this class only: other agents are away meanwhile. */
@DeskTest
class AssignedCasesTests {

    private static final String ANN = "flowann";
    private static final String BOB = "flowbob";

    @Autowired Assignment assignment;
    @Autowired CaseDriver desk;
    @Autowired ReviewDriver reviewDesk;
    @Autowired Staff staff;
    @Autowired IdentityService identity;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    @BeforeEach
    void onlyTheTwo() {
        Stream.of(ANN, BOB).filter(id -> identity.createUserQuery().userId(id).count() == 0).forEach(id -> {
            identity.saveUser(identity.newUser(id));
            identity.createMembership(id, "agents");
        });
        staff.members("agents").stream().filter(other -> !List.of(ANN, BOB).contains(other)).forEach(this::away);
        mode(AssignmentMode.ROUND_ROBIN);
    }

    @AfterEach
    void asInstalled() {
        mode(AssignmentMode.OFF);
        jdbc.sql("delete from absence where reason = 'assigned'").update();
        jdbc.sql("delete from person_skill where person in (?, ?)").params(ANN, BOB).update();
        Stream.of(ANN, BOB).forEach(identity::deleteUser);
    }

    @Test
    void new_cases_find_their_agents_by_turns_who_have_them_from_then_on() {
        List<ComplaintNumber> four = Stream.generate(() -> desk.arrives(CaseDriver.somethingBroken())).limit(4).toList();
        List<String> agents = four.stream().map(this::agent).toList();

        assertThat(agents.subList(1, 4)).contains(ANN, BOB);
        assertThat(agents).containsOnly(ANN, BOB);
        four.forEach(number -> assertThat(desk.complaint(number).handler()).isEqualTo(agent(number)));
    }

    @Test
    void the_next_task_stays_with_the_agent_and_goes_to_another_while_that_one_is_away() {
        ComplaintNumber number = desk.arrives(CaseDriver.somethingBroken());
        String agent = agent(number);
        desk.complete(number, "RecordComplaint", "customerName", "王小明", "email", "wang@example.com");
        assertThat(desk.task(number, "DiagnoseProblem").getAssignee()).isEqualTo(agent);

        away(agent);
        desk.diagnose(number);

        assertThat(desk.task(number, "ProposeSolution").getAssignee()).isEqualTo(agent.equals(ANN) ? BOB : ANN);
        assertThat(desk.complaint(number).handler()).as("comes back to the case").isEqualTo(agent);
    }

    @Test
    void somebody_away_never_gets_one_and_with_nobody_there_it_is_the_groups() {
        away(ANN);
        for (int i = 0; i < 4; i++) {
            assertThat(agent(desk.arrives(CaseDriver.somethingBroken()))).isEqualTo(BOB);
        }
        away(BOB);
        assertThat(agent(desk.arrives(CaseDriver.somethingBroken()))).isNull();
    }

    @Test
    void reviews_find_their_agents_too() {
        ReviewNumber number = reviewDesk.arrives(ReviewDriver.somethingBroken());

        assertThat(reviewDesk.task(number, "ContactReviewer").getAssignee()).isIn(ANN, BOB);
    }

    @Test
    void who_knows_the_channel_gets_its_cases() {
        jdbc.sql("insert into person_skill (person, kind, value) values (?, 'PLATFORM', 'EMAIL')").param(BOB).update();

        for (int i = 0; i < 3; i++) {
            assertThat(agent(desk.arrives(CaseDriver.somethingBroken()))).isEqualTo(BOB);
        }
    }

    @Test
    void off_everything_is_the_groups() {
        mode(AssignmentMode.OFF);

        ComplaintNumber number = desk.arrives(CaseDriver.somethingBroken());
        assertThat(agent(number)).isNull();
        assertThat(desk.complaint(number).handler()).isNull();
    }

    private String agent(ComplaintNumber number) {
        return desk.task(number, "RecordComplaint").getAssignee();
    }

    private void away(String person) {
        Instant now = clock.instant();
        jdbc.sql("insert into absence (person, starts_at, ends_at, reason, entered_by, entered_at) values (?, ?, ?, 'assigned', 'sue', ?)")
                .params(person, now.minusSeconds(60).atOffset(ZoneOffset.UTC), now.plus(Duration.ofDays(2)).atOffset(ZoneOffset.UTC),
                        now.atOffset(ZoneOffset.UTC)).update();
    }

    private void mode(AssignmentMode mode) {
        ReflectionTestUtils.setField(AopTestUtils.<Object>getUltimateTargetObject(assignment), "settings", new AssignmentProperties(mode));
    }
}
