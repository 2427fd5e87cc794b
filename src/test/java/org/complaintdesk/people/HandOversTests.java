package org.complaintdesk.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.complaintdesk.casework.HandOver;
import org.complaintdesk.complaint.CaseEvent;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.people.HandOverOrder.Way;
import org.complaintdesk.review.ReviewHappening;
import org.complaintdesk.review.ReviewNumber;
import org.complaintdesk.review.Reviews;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.support.ReviewDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DeskTest
class HandOversTests {

    private static final String GOES = "handgoes";
    private static final String STAYS = "handstays";
    private static final String FINANCE = "handfinance";

    @Autowired HandOvers handOvers;
    @Autowired HandOver handOver;
    @Autowired Complaints complaints;
    @Autowired Reviews reviews;
    @Autowired CaseDriver desk;
    @Autowired ReviewDriver reviewDesk;
    @Autowired TaskService tasks;
    @Autowired IdentityService identity;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    @BeforeEach
    void people() {
        Map.of(GOES, "agents", STAYS, "agents", FINANCE, "finance").forEach((id, group) -> {
            if (identity.createUserQuery().userId(id).count() == 0) {
                User user = identity.newUser(id);
                user.setFirstName("T" + id);
                identity.saveUser(user);
                identity.createMembership(id, group);
            }
        });
        tasks.createTaskQuery().taskAssignee(GOES).list().forEach(task -> tasks.setAssignee(task.getId(), null));
        jdbc.sql("update complaint set handler = null where handler = ?").param(GOES).update();
        jdbc.sql("update review set handler = null where handler = ?").param(GOES).update();
    }

    @AfterEach
    void back() {
        jdbc.sql("delete from absence where person like 'hand%'").update();
        jdbc.sql("delete from assignment_turn where person like 'hand%'").update();
    }

    @Test
    void all_of_it_goes_to_one_colleague_and_each_case_tells_it() {
        ComplaintNumber diagnosing = inHand(desk.recorded(), "DiagnoseProblem");
        ComplaintNumber proposing = inHand(desk.diagnosed(), "ProposeSolution");

        HandOvers.Done done = handOvers.run(new HandOverOrder(GOES, Way.TO_ONE, STAYS, "调去仓库", true));

        assertThat(done.tasks()).isEqualTo(2);
        assertThat(done.left()).isEmpty();
        assertThat(tasks.createTaskQuery().taskAssignee(GOES).count()).isZero();
        assertThat(desk.task(diagnosing, "DiagnoseProblem").getAssignee()).isEqualTo(STAYS);
        assertThat(desk.task(proposing, "ProposeSolution").getAssignee()).isEqualTo(STAYS);
        assertThat(told(diagnosing).details()).containsEntry("tasks", "诊断问题").containsEntry("to", "Thandstays")
                .containsEntry("note", "调去仓库");
        assertThat(audited(diagnosing)).contains("诊断问题").contains(STAYS).doesNotContain("调去仓库");
    }

    @Test
    void the_next_task_of_a_case_goes_to_who_took_it_over() {
        ComplaintNumber number = inHand(desk.recorded(), "DiagnoseProblem");
        desk.completeAs(GOES, number, "DiagnoseProblem", "nextStep", "DIAGNOSED", "category", "QUALITY", "severity", "P2",
                "responsibleParty", "MERCHANT", "priority", 60, "rootCause", "包装太薄");
        assertThat(desk.task(number, "ProposeSolution").getAssignee()).isEqualTo(GOES);

        handOvers.run(new HandOverOrder(GOES, Way.TO_ONE, STAYS, null, false));

        assertThat(complaints.get(number).handler()).isEqualTo(STAYS);
    }

    @Test
    void a_case_that_has_no_task_just_now_changes_hands_only_when_asked_for() {
        ComplaintNumber waiting = desk.recorded();
        jdbc.sql("update complaint set handler = ? where number = ?").params(GOES, waiting.value()).update();

        assertThat(handOvers.run(new HandOverOrder(GOES, Way.SPREAD, null, null, false)).cases()).isZero();
        assertThat(complaints.get(waiting).handler()).isEqualTo(GOES);

        assertThat(handOvers.run(new HandOverOrder(GOES, Way.SPREAD, null, null, true)).cases()).isEqualTo(1);
        assertThat(complaints.get(waiting).handler()).isNull();
        assertThat(told(waiting)).isNotNull();
    }

    @Test
    void a_case_whose_task_could_not_be_handed_over_stays_with_it() {
        ComplaintNumber number = inHand(desk.recorded(), "DiagnoseProblem");
        jdbc.sql("update complaint set handler = ? where number = ?").params(GOES, number.value()).update();

        HandOvers.Done done = handOvers.run(new HandOverOrder(GOES, Way.TO_ONE, FINANCE, null, true));

        assertThat(done.cases()).isZero();
        assertThat(done.left()).singleElement().satisfies(left -> assertThat(left.caseNumber()).isEqualTo(number.value()));
        assertThat(complaints.get(number).handler()).isEqualTo(GOES);
    }

    @Test
    void back_to_the_group_means_nobodys_and_everybody_of_it_sees_it() {
        ComplaintNumber number = inHand(desk.recorded(), "DiagnoseProblem");

        handOvers.run(new HandOverOrder(GOES, Way.TO_GROUP, null, "请病假", false));

        Task task = desk.task(number, "DiagnoseProblem");
        assertThat(task.getAssignee()).isNull();
        assertThat(tasks.createTaskQuery().taskId(task.getId()).taskCandidateGroup("agents").count()).isOne();
        assertThat(told(number).details().get("to")).isNotBlank();
    }

    @Test
    void spread_goes_to_others_who_are_there_and_never_back() {
        List<ComplaintNumber> numbers = List.of(desk.recorded(), desk.recorded(), desk.recorded());
        numbers.forEach(number -> inHand(number, "DiagnoseProblem"));
        away(STAYS);

        HandOvers.Done done = handOvers.run(new HandOverOrder(GOES, Way.SPREAD, null, null, false));

        assertThat(tasks.createTaskQuery().taskAssignee(GOES).count()).isEqualTo(done.left().size());
        numbers.forEach(number -> assertThat(desk.task(number, "DiagnoseProblem").getAssignee()).isNotEqualTo(STAYS));
    }

    @Test
    void what_somebody_may_not_do_stays_and_the_reason_is_said() {
        ComplaintNumber number = inHand(desk.recorded(), "DiagnoseProblem");

        HandOvers.Done done = handOvers.run(new HandOverOrder(GOES, Way.TO_ONE, FINANCE, null, false));

        assertThat(done.tasks()).isZero();
        assertThat(done.left()).singleElement().satisfies(left -> {
            assertThat(left.caseNumber()).isEqualTo(number.value());
            assertThat(left.why()).contains("Thandfinance");
        });
        assertThat(desk.task(number, "DiagnoseProblem").getAssignee()).isEqualTo(GOES);
        assertThat(desk.story(number)).doesNotContain(Happening.HANDED_OVER);
    }

    @Test
    void a_review_is_handed_over_like_a_complaint() {
        ReviewNumber number = reviewDesk.arrives(ReviewDriver.somethingBroken());
        tasks.setAssignee(reviewDesk.task(number, "ContactReviewer").getId(), GOES);

        handOvers.run(new HandOverOrder(GOES, Way.TO_ONE, STAYS, null, false));

        assertThat(reviewDesk.task(number, "ContactReviewer").getAssignee()).isEqualTo(STAYS);
        assertThat(reviews.story(reviews.get(number))).anySatisfy(event -> {
            assertThat(event.what()).isEqualTo(ReviewHappening.HANDED_OVER);
            assertThat(event.details()).containsEntry("to", "Thandstays");
        });
    }

    @Test
    void a_task_that_is_somebody_elses_by_now_stays_where_it_is() {
        ComplaintNumber number = inHand(desk.recorded(), "DiagnoseProblem");
        var pile = handOver.inHandsOf(GOES).get(0);
        tasks.setAssignee(desk.task(number, "DiagnoseProblem").getId(), FINANCE);

        assertThat(handOver.give(pile, GOES, STAYS, null)).isZero();
        assertThat(desk.task(number, "DiagnoseProblem").getAssignee()).isEqualTo(FINANCE);
        assertThat(desk.story(number)).doesNotContain(Happening.HANDED_OVER);
    }

    private ComplaintNumber inHand(ComplaintNumber number, String task) {
        tasks.setAssignee(desk.task(number, task).getId(), GOES);
        return number;
    }

    private CaseEvent told(ComplaintNumber number) {
        return complaints.latest(complaints.get(number), Happening.HANDED_OVER).orElseThrow();
    }

    private String audited(ComplaintNumber number) {
        return jdbc.sql("select detail from audit_line where what = 'HANDED_OVER' and subject = ? and detail like ? order by line desc limit 1")
                .params(GOES, number.value() + "%").query(String.class).single();
    }

    private void away(String person) {
        jdbc.sql("insert into absence (person, starts_at, ends_at, reason, entered_by, entered_at) values (?, ?, ?, '年假', 'sue', ?)")
                .params(person, clock.instant().minusSeconds(60).atOffset(ZoneOffset.UTC),
                        clock.instant().plus(Duration.ofDays(3)).atOffset(ZoneOffset.UTC),
                        clock.instant().atOffset(ZoneOffset.UTC)).update();
    }
}
