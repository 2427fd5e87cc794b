package org.complaintdesk.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A start puts right what a node of the version before left late. */
@DeskTest
class TimersLeftBehindTests {

    @Autowired CaseDriver desk;
    @Autowired CaseClocks clocks;
    @Autowired ManagementService management;
    @Autowired RuntimeService runtime;
    @Autowired TimersLeftBehind timers;

    @AfterEach
    void backToToday() {
        ClockUtil.reset();
    }

    private Job reminder(ComplaintNumber number) {
        String flow = runtime.createProcessInstanceQuery().processInstanceBusinessKey(number.value())
                .processDefinitionKey("complaint-handling").singleResult().getId();
        return management.createJobQuery().processInstanceId(flow).activityId("FurtherAlarm").singleResult();
    }

    @Test
    void reminder_of_a_supervised_case_watches_what_takes_it_no_further_after_a_start() {
        ComplaintNumber number = desk.diagnosed();
        desk.timePasses(number, Duration.ofHours(10));
        desk.propose(number, "REFUND", 99);
        desk.complete(number, "RecordCustomerAnswer", "answer", "ACCEPTED");
        desk.timePasses(number, Duration.ofHours(15));
        assertThat(desk.isOpen(number, "SuperviseOverdueCase")).isTrue();
        Instant execution = clocks.row(ClockKey.of(number.value(), ClockName.EXECUTION)).orElseThrow().dueAt();
        desk.timePasses(number, Duration.between(ClockUtil.getCurrentTime().toInstant(), execution).minusMinutes(30));
        Date right = reminder(number).getDuedate();
        assertThat(right).isBetween(Date.from(execution), Date.from(execution.plusMillis(1)), true, true);
        management.setJobDuedate(reminder(number).getId(), Date.from(ClockTimes.NEVER));

        timers.follow();

        assertThat(reminder(number).getDuedate()).isEqualTo(right);
    }
}
