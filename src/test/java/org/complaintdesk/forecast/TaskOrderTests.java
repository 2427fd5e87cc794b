package org.complaintdesk.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Stage;
import org.complaintdesk.policy.Category;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The priority of open tasks follows the risk; 60 is what the diagnosis gives. */
@DeskTest
class TaskOrderTests {

    @Autowired CaseDriver desk;
    @Autowired ForecastTurn turn;
    @Autowired Lessons lessons;
    @Autowired KeptStays stays;
    @Autowired TaskOrder order;
    @Autowired JdbcClient jdbc;
    @Autowired Clock clock;

    @BeforeEach
    void nearly_half_of_the_proposals_take_longer_than_a_day() {
        History history = new History(jdbc, stays, clock);
        history.forget();
        history.add(Stage.PROPOSING, Category.DAMAGED_IN_TRANSIT, History.hours(5, 40));
        history.add(Stage.AWAITING_APPROVAL, Category.DAMAGED_IN_TRANSIT, History.hours(5, 40));
        history.add(Stage.EXECUTING, Category.DAMAGED_IN_TRANSIT, History.hours(1, 20));
        lessons.learn();
    }

    @AfterEach
    void the_clock_goes_right_again() {
        ClockUtil.reset();
    }

    @Test
    void a_case_that_may_be_late_goes_up_by_the_band_of_its_risk() {
        ComplaintNumber number = desk.diagnosed();
        assertThat(desk.task(number, "ProposeSolution").getPriority()).isEqualTo(60);

        turn.take();

        assertThat(desk.task(number, "ProposeSolution").getPriority()).isEqualTo(65);
    }

    @Test
    void it_goes_on_rising_with_the_time_it_takes() {
        ComplaintNumber number = desk.diagnosed();
        turn.take();
        ClockUtil.setCurrentTime(Date.from(clock.instant().plus(Duration.ofHours(16))));

        turn.take();

        assertThat(desk.task(number, "ProposeSolution").getPriority()).isEqualTo(70);
    }

    @Test
    void it_comes_down_again_when_the_work_goes_well() {
        ComplaintNumber number = desk.diagnosed();
        turn.take();
        desk.propose(number, "REFUND", 99);
        desk.complete(number, "RecordCustomerAnswer", "answer", "ACCEPTED");

        turn.take();

        assertThat(desk.task(number, "ExecuteSolution").getPriority()).isEqualTo(60);
    }

    @Test
    void the_next_task_of_a_case_is_raised_too() {
        ComplaintNumber number = desk.diagnosed();
        turn.take();
        desk.complete(number, "ProposeSolution", "proposalStep", "PROPOSE", "remedy", "REFUND", "amount", 300, "explanation", "经核实。");
        assertThat(desk.task(number, "ApproveSolution").getPriority()).isEqualTo(60);

        turn.take();

        assertThat(desk.task(number, "ApproveSolution").getPriority()).isEqualTo(65);
    }

    @Test
    void escalated_cases_stay_before_all_that_are_only_at_risk() {
        ComplaintNumber number = desk.diagnosed();

        order.order(number.value(), 85, 0, Risk.VERY_HIGH.raise());
        assertThat(desk.task(number, "ProposeSolution").getPriority()).isEqualTo(89);

        order.order(number.value(), 60, 1, Risk.VERY_HIGH.raise());
        assertThat(desk.task(number, "ProposeSolution").getPriority()).isEqualTo(90);
    }

    @Test
    void a_grave_case_is_never_lowered_by_its_forecast() {
        ComplaintNumber number = desk.diagnosed();
        order.order(number.value(), 95, 0, Risk.RAISED.raise());
        assertThat(desk.task(number, "ProposeSolution").getPriority()).isEqualTo(95);
    }

    @Test
    void a_settled_case_is_forgotten() {
        ComplaintNumber number = desk.settled();
        turn.take();
        turn.take();

        assertThat(jdbc.sql("select count(*) from case_forecast f join complaint c on c.id = f.complaint_id where c.number = ?")
                .param(number.value()).query(Long.class).single()).isZero();
    }
}
