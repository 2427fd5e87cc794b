package org.complaintdesk.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Customers and colleagues who act at the same moment, each in a transaction of their own. */
@DeskTest
class CustomerRaceTests {

    private static final int ROUNDS = 6;

    @Autowired CustomerRequests requests;
    @Autowired CustomerMessages messages;
    @Autowired CaseDriver desk;
    @Autowired IdentityService identity;
    @Autowired TaskService tasks;
    @Autowired FormService forms;
    @Autowired PlatformTransactionManager transactions;

    private final ExecutorService people = Executors.newFixedThreadPool(8);

    @BeforeEach
    void someoneWorks() {
        if (identity.createUserQuery().userId("racer").count() == 0) {
            identity.saveUser(identity.newUser("racer"));
            identity.createMembership("racer", "agents");
        }
    }

    @AfterEach
    void everyoneGoesHome() {
        people.shutdownNow();
    }

    private ComplaintNumber proposed() {
        ComplaintNumber number = desk.diagnosed();
        desk.propose(number, "REFUND", 99);
        return number;
    }

    /** All at the same moment. */
    private List<Answered> atOnce(List<Callable<Answered>> actions) throws Exception {
        CyclicBarrier start = new CyclicBarrier(actions.size());
        List<Future<Answered>> running = actions.stream().map(action -> people.submit(() -> {
            start.await();
            return action.call();
        })).toList();
        List<Answered> answers = new ArrayList<>();
        for (Future<Answered> one : running) {
            answers.add(one.get(60, TimeUnit.SECONDS));
        }
        return answers;
    }

    @Test
    void of_many_who_accept_at_once_one_does_and_the_others_hear_that_it_is_done() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            ComplaintNumber number = proposed();

            List<Answered> answers = atOnce(IntStream.range(0, 4).<Callable<Answered>>mapToObj(i -> () -> requests.accept(number, 1)).toList());

            assertThat(answers).containsOnlyOnce(Answered.DONE).containsOnly(Answered.DONE, Answered.ALREADY);
            assertThat(desk.openTasks(number)).containsExactly("ExecuteSolution");
            assertThat(desk.story(number)).containsOnlyOnce(Happening.ACCEPTED);
        }
    }

    @Test
    void who_accepts_and_withdraws_at_once_does_one_of_both() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            ComplaintNumber number = proposed();

            List<Answered> answers = atOnce(List.of(() -> requests.accept(number, 1), () -> requests.withdraw(number, null)));

            assertThat(answers).containsExactlyInAnyOrder(Answered.DONE, Answered.TOO_LATE);
            assertThat(desk.complaint(number).stage()).isEqualTo(answers.get(0) == Answered.DONE ? Stage.EXECUTING : Stage.CLOSED);
        }
    }

    @Test
    void customer_and_agent_who_answer_at_the_same_moment_never_both_count() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            ComplaintNumber number = proposed();

            String task = claimed(number);

            List<Answered> answers = atOnce(List.of(() -> requests.accept(number, 1), () -> agentDeclines(task)));

            assertThat(answers).containsExactlyInAnyOrder(Answered.DONE, Answered.TOO_LATE);
            assertThat(desk.openTasks(number)).containsExactly(answers.get(0) == Answered.DONE ? "ExecuteSolution" : "ProposeSolution");
        }
    }

    private String claimed(ComplaintNumber number) {
        String task = desk.task(number, "RecordCustomerAnswer").getId();
        tasks.setAssignee(task, "racer");
        return task;
    }

    /** In a form that was open already. */
    private Answered agentDeclines(String task) {
        try {
            identity.setAuthentication("racer", List.of("agents"));
            forms.submitTaskForm(task, CaseDriver.named("answer", "DECLINED", "answerReason", "电话里拒绝"));
            return Answered.DONE;
        } catch (BadUserRequestException plain) {
            assertThat(plain.getMessage()).matches("同一时间有人处理了这个案件.*|这个任务已经完成或不存在了.*");
            return Answered.TOO_LATE;
        } finally {
            identity.clearAuthentication();
        }
    }

    @Test
    void customer_who_acts_while_the_agent_completes_waits_and_is_too_late() throws Exception {
        ComplaintNumber number = proposed();
        CountDownLatch completed = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        Future<?> agent = people.submit(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
            desk.complete(number, "RecordCustomerAnswer", "answer", "DECLINED", "answerReason", "电话里拒绝");
            completed.countDown();
            await(mayCommit);
        }));
        await(completed);
        Future<Answered> customer = people.submit(() -> requests.accept(number, 1));

        mayCommit.countDown();

        agent.get(60, TimeUnit.SECONDS);
        assertThat(customer.get(60, TimeUnit.SECONDS)).isEqualTo(Answered.TOO_LATE);
        assertThat(desk.openTasks(number)).containsExactly("ProposeSolution");
    }

    @Test
    void agent_who_completes_while_the_customer_answers_is_told_in_plain_words() throws Exception {
        ComplaintNumber number = proposed();
        String task = claimed(number);
        CountDownLatch answered = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        Future<Answered> customer = people.submit(() -> new TransactionTemplate(transactions).execute(status -> {
            Answered answer = requests.accept(number, 1);
            answered.countDown();
            await(mayCommit);
            return answer;
        }));
        await(answered);
        Future<Answered> agent = people.submit(() -> agentDeclines(task));

        mayCommit.countDown();

        assertThat(customer.get(60, TimeUnit.SECONDS)).isEqualTo(Answered.DONE);
        assertThat(agent.get(60, TimeUnit.SECONDS)).isEqualTo(Answered.TOO_LATE);
        assertThat(desk.openTasks(number)).containsExactly("ExecuteSolution");
    }

    @Test
    void message_that_arrives_several_times_at_once_is_one_message_and_one_task() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            ComplaintNumber number = desk.recorded();
            CustomerMessage message = CustomerMessage.onPage("请问什么时候有结果？", "form-1", List.of());

            List<Answered> answers = atOnce(IntStream.range(0, 4).<Callable<Answered>>mapToObj(i -> () -> requests.write(number, message)).toList());

            assertThat(answers).containsOnlyOnce(Answered.DONE).containsOnly(Answered.DONE, Answered.ALREADY);
            assertThat(messages.unread(number)).hasSize(1);
            assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem", "ReadCustomerMessage");
        }
    }

    @Test
    void different_messages_at_once_are_all_kept_under_one_task() throws Exception {
        ComplaintNumber number = desk.recorded();

        List<Answered> answers = atOnce(IntStream.range(0, 4).<Callable<Answered>>mapToObj(
                i -> () -> requests.write(number, CustomerMessage.onPage("第" + i + "封", "form-" + i, List.of()))).toList());

        assertThat(answers).containsOnly(Answered.DONE);
        assertThat(messages.unread(number)).hasSize(4);
        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem", "ReadCustomerMessage");
    }

    @Test
    void case_that_two_reopen_at_once_runs_once() throws Exception {
        ComplaintNumber number = desk.settled();
        requests.rate(number, 4, true, null);

        List<Answered> answers = atOnce(List.of(() -> requests.reopen(number, "又漏了"), () -> requests.reopen(number, "又漏了")));

        assertThat(answers).containsExactlyInAnyOrder(Answered.DONE, Answered.ALREADY);
        assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem");
        assertThat(desk.complaint(number).reopened()).isOne();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
