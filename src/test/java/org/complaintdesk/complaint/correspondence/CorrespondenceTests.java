package org.complaintdesk.complaint.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.complaintdesk.complaint.Answered;
import org.complaintdesk.complaint.Closing;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.CustomerMessage;
import org.complaintdesk.complaint.CustomerMessages;
import org.complaintdesk.complaint.CustomerRequests;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.complaint.KeptMessage;
import org.complaintdesk.complaint.MessageSource;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.deadline.ClockKey;
import org.complaintdesk.deadline.ClockName;
import org.complaintdesk.deadline.ClockView;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.support.FlowRecorder;
import org.complaintdesk.update.CustomerUpdates;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CorrespondenceTests {

    private static final String READ = "ReadCustomerMessage";

    @Autowired CaseDriver desk;
    @Autowired CustomerRequests customer;
    @Autowired CustomerMessages messages;
    @Autowired CustomerUpdates updates;
    @Autowired Complaints complaints;
    @Autowired CaseClocks clocks;
    @Autowired TaskService tasks;
    @Autowired RuntimeService runtime;
    @Autowired IdentityService identity;
    @Autowired RepositoryService repository;

    @AfterEach
    void backToToday() {
        ClockUtil.reset();
    }

    @AfterAll
    void every_flow_was_taken() {
        assertThat(FlowRecorder.notTaken(repository, "complaint-correspondence")).isEmpty();
    }

    @Test
    void what_the_customer_writes_is_read_beside_the_work_on_the_case() {
        ComplaintNumber number = desk.recorded();

        assertThat(writes(number, "外箱也湿了")).isEqualTo(Answered.DONE);

        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem", READ);
        assertThat(letters(number)).contains("外箱也湿了").contains("来自查询页面");
        desk.complete(number, READ, "letterAnswer", "NO_ANSWER_NEEDED");
        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem");
        assertThat(messages.unread(number)).isEmpty();
        assertThat(desk.story(number)).contains(Happening.CUSTOMER_WROTE, Happening.MESSAGE_ANSWERED);
    }

    @Test
    void answer_reaches_the_customer_with_what_they_asked() {
        ComplaintNumber number = desk.recorded();
        writes(number, "什么时候能处理好？");

        desk.complete(number, READ, "letterAnswer", "ANSWER", "answerText", "今天下班前给您方案。");

        assertThat(updates.of(number.value())).filteredOn(update -> update.kind().equals("ANSWER")).singleElement()
                .extracting(CustomerUpdates.View::text).asString().contains("什么时候能处理好？").contains("今天下班前给您方案。");
        assertThat(messages.of(number)).extracting(KeptMessage::text).containsExactly("什么时候能处理好？", "今天下班前给您方案。");
    }

    @Test
    void answer_that_asks_for_a_better_review_is_refused() {
        ComplaintNumber number = desk.recorded();
        writes(number, "怎么办？");

        assertThatThrownBy(() -> desk.complete(number, READ, "letterAnswer", "ANSWER", "answerText", "改成好评就给您返现20元"))
                .hasStackTraceContaining("好评");

        assertThat(desk.isOpen(number, READ)).isTrue();
        assertThat(messages.unread(number)).hasSize(1);
    }

    @Test
    void further_letters_are_added_to_the_open_task() {
        ComplaintNumber number = desk.recorded();
        writes(number, "第一封");
        writes(number, "第二封");

        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem", READ);
        assertThat(letters(number)).contains("第一封").contains("第二封");
        desk.complete(number, READ, "letterAnswer", "NO_ANSWER_NEEDED");
        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem");
    }

    @Test
    void letter_that_the_agent_had_not_on_the_screen_stays_to_be_read() {
        ComplaintNumber number = desk.recorded();
        writes(number, "第一封");
        writes(number, "第二封");

        desk.complete(number, READ, "letterAnswer", "NO_ANSWER_NEEDED", "lettersShown", 1);

        assertThat(letters(number)).contains("第二封").doesNotContain("第一封");
    }

    @Test
    void the_same_letter_again_is_one_letter() {
        ComplaintNumber number = desk.recorded();
        CustomerMessage message = CustomerMessage.onPage("漏酒了", "same", List.of());

        assertThat(customer.write(number, message)).isEqualTo(Answered.DONE);
        assertThat(customer.write(number, message)).isEqualTo(Answered.ALREADY);

        assertThat(messages.unread(number)).hasSize(1);
    }

    @Test
    void letter_from_another_address_is_marked_and_never_quoted_to_the_customer() {
        ComplaintNumber number = desk.recorded();
        customer.write(number, new CustomerMessage("把退款打到我的卡上", MessageSource.MAIL, "stranger@example.net", false,
                UUID.randomUUID().toString(), List.of()));

        assertThat(letters(number)).contains("未核实是否客户本人").contains("stranger");
        desk.complete(number, READ, "letterAnswer", "ANSWER", "answerText", "我们收到一封以您名义写来的信，请确认。");

        assertThat(updates.of(number.value())).filteredOn(update -> update.kind().equals("ANSWER")).singleElement()
                .extracting(CustomerUpdates.View::text).asString().doesNotContain("打到我的卡上");
    }

    @Test
    void letter_after_the_end_of_the_case_is_read_too() {
        ComplaintNumber number = desk.recorded();
        complaints.endEarly(number, Closing.WITHDRAWN, "客户撤诉");

        assertThat(writes(number, "谢谢，还有一个问题")).isEqualTo(Answered.DONE);

        assertThat(desk.openTasks(number)).containsExactly(READ);
        desk.complete(number, READ, "letterAnswer", "ANSWER", "answerText", "请说。");
        assertThat(desk.hasEnded(number)).isTrue();
    }

    @Test
    void unread_letter_outlives_the_end_of_the_case_and_does_not_hinder_reopening() {
        ComplaintNumber number = desk.recorded();
        writes(number, "还没读");
        complaints.endEarly(number, Closing.WITHDRAWN, "客户撤诉");

        assertThat(desk.openTasks(number)).containsExactly(READ);
        assertThat(customer.reopen(number, "还是没有解决")).isEqualTo(Answered.DONE);

        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem", READ);
        complaints.endEarly(number, Closing.WITHDRAWN, "客户撤诉");
        assertThat(desk.openTasks(number)).containsExactly(READ);
    }

    @Test
    void hostile_and_endless_letters_stay_within_the_form() {
        ComplaintNumber number = desk.recorded();
        for (int i = 0; i < 20; i++) {
            writes(number, "<img src=x onerror=alert(1)> {{caseFacts}} ~~" + "*长*".repeat(3_000));
        }

        assertThat(letters(number)).hasSizeLessThan(4_000).doesNotContain("<img").contains("全文在案件档案");
        int rounds = 0;
        while (desk.isOpen(number, READ)) {
            desk.complete(number, READ, "letterAnswer", "NO_ANSWER_NEEDED");
            rounds++;
        }
        assertThat(rounds).isGreaterThan(1);
        assertThat(messages.unread(number)).isEmpty();
    }

    @Test
    void reading_is_due_and_reminded_of() {
        ComplaintNumber number = desk.recorded();
        writes(number, "在吗？");
        assertThat(desk.task(number, READ).getDueDate()).isAfter(ClockUtil.getCurrentTime());

        ClockView answer = clocks.view(ClockKey.of(number.value(), ClockName.NEXT_RESPONSE)).orElseThrow();
        desk.timePasses(number, Duration.between(ClockUtil.getCurrentTime().toInstant(), answer.dueAt()).plusMinutes(1));

        assertThat(complaints.story(desk.complaint(number))).filteredOn(event -> event.what() == Happening.REMINDED
                && event.details().get("task").equals("答复来信时限")).as("nearly due, and missed").hasSize(2);
    }

    @Test
    void whoever_handles_the_case_reads_its_letters() {
        identity.saveUser(identity.newUser("letterreader"));
        identity.createMembership("letterreader", "agents");
        ComplaintNumber number = desk.recorded();
        desk.completeAs("letterreader", number, "DiagnoseProblem", "nextStep", "DIAGNOSED", "category", "QUALITY",
                "severity", "P2", "responsibleParty", "MERCHANT", "priority", 60, "rootCause", "瓶盖密封不严");

        writes(number, "在吗？");
        assertThat(desk.task(number, READ).getAssignee()).isEqualTo("letterreader");
        desk.completeAs("letterreader", number, READ, "letterAnswer", "NO_ANSWER_NEEDED");

        assertThat(messages.of(number)).singleElement().extracting(KeptMessage::readBy).isEqualTo("letterreader");
    }

    private Answered writes(ComplaintNumber number, String text) {
        return customer.write(number, CustomerMessage.onPage(text, UUID.randomUUID().toString(), List.of()));
    }

    private String letters(ComplaintNumber number) {
        return (String) tasks.getVariable(desk.task(number, READ).getId(), "letters");
    }
}
