package org.complaintdesk.complaint.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.spring.SpringExpressionManager;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.deadline.ClockView;
import org.complaintdesk.support.CaseDriver;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A task that is finished at the very second of its timer, and one timer that two fire: each in a thread of its own. */
@DeskTest
class PeopleFirstTests {

    private static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");
    private static final int ROUNDS = 8;

    @Autowired CaseDriver desk;
    @Autowired Complaints complaints;
    @Autowired CaseClocks clocks;
    @Autowired ManagementService management;
    @Autowired RuntimeService runtime;
    @Autowired PlatformTransactionManager transactions;
    @Autowired JdbcClient jdbc;
    @Autowired DataSource database;
    @Autowired ApplicationContext context;

    private final ExecutorService threads = Executors.newFixedThreadPool(4);

    @BeforeEach
    void monday() {
        ClockUtil.setCurrentTime(Date.from(MONDAY));
    }

    @AfterEach
    void backToToday() {
        ClockUtil.reset();
        threads.shutdownNow();
    }

    private String timer(ComplaintNumber number, String activity) {
        String flow = runtime.createProcessInstanceQuery().processInstanceBusinessKey(number.value())
                .processDefinitionKey("complaint-handling").singleResult().getId();
        return management.createJobQuery().processInstanceId(flow).activityId(activity).singleResult().getId();
    }

    /** As the job executor does it: overtaken it tries again, and a timer that is gone is nothing to do. */
    private boolean fires(String timer) {
        return fires(management, timer);
    }

    private static boolean fires(ManagementService node, String timer) {
        try {
            node.executeJob(timer);
            return true;
        } catch (OptimisticLockingException overtaken) {
            return false;
        } catch (RuntimeException gone) {
            assertThat(gone.getMessage()).contains("No job found");
            return false;
        }
    }

    private <T> List<Future<T>> atOnce(List<Callable<T>> actions) {
        CyclicBarrier start = new CyclicBarrier(actions.size());
        return actions.stream().map(action -> threads.submit(() -> {
            start.await();
            return action.call();
        })).toList();
    }

    private static <T> T get(Future<T> future) throws Exception {
        return future.get(60, TimeUnit.SECONDS);
    }

    @Test
    void person_who_completes_a_task_while_its_reminders_fire_always_succeeds() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            ComplaintNumber number = desk.recorded();
            String reminder = timer(number, "DiagnoseProblemDueSoon");
            String alarm = timer(number, "NextAlarm");
            ClockUtil.setCurrentTime(Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofHours(7))));

            List<Future<Boolean>> all = atOnce(List.of(() -> fires(reminder), () -> fires(alarm), () -> {
                desk.diagnose(number);
                return true;
            }));

            assertThat(get(all.get(2))).isTrue();
            get(all.get(0));
            get(all.get(1));
            assertThat(desk.openTasks(number)).containsExactly("ProposeSolution");
            assertThat(desk.story(number)).containsOnlyOnce(Happening.DIAGNOSED);
        }
    }

    @Test
    void person_wins_against_a_timer_that_would_take_the_task_away_when_it_was_first() throws Exception {
        ComplaintNumber number = supervised();
        String timer = timer(number, "SupervisionOverdue");
        CountDownLatch fired = new CountDownLatch(1);
        Future<?> firing = threads.submit(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
            management.executeJob(timer);
            fired.countDown();
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(this::somebodyWaits);
        }));
        assertThat(fired.await(30, TimeUnit.SECONDS)).isTrue();

        Future<?> person = threads.submit(() -> authorise(number));

        assertThatThrownBy(() -> firing.get(60, TimeUnit.SECONDS)).hasCauseInstanceOf(OptimisticLockingException.class);
        person.get(60, TimeUnit.SECONDS);
        assertThat(desk.story(number)).contains(Happening.AUTHORISED).containsOnlyOnce(Happening.ESCALATED);
        assertThat(desk.whereItIs(number)).contains("StillUnsettled");
        assertThat(fires(timer(number, "StillUnsettled"))).as("and the alarm is not lost").isTrue();
        assertThat(desk.complaint(number).escalationLevel()).isEqualTo(2);
    }

    @Test
    void timer_gives_up_when_the_person_was_first() throws Exception {
        ComplaintNumber number = supervised();
        String timer = timer(number, "SupervisionOverdue");
        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        Future<?> person = threads.submit(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
            authorise(number);
            done.countDown();
            await(mayCommit);
        }));
        await(done);

        Future<Boolean> firing = threads.submit(() -> fires(timer));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(this::somebodyWaits);
        mayCommit.countDown();

        person.get(60, TimeUnit.SECONDS);
        assertThat(get(firing)).isFalse();
        assertThat(fires(timer)).as("it is gone").isFalse();
        assertThat(desk.story(number)).contains(Happening.AUTHORISED).containsOnlyOnce(Happening.ESCALATED);
    }

    @Test
    void of_two_who_fire_one_timer_one_does() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            ComplaintNumber number = desk.recorded();
            String escalation = timer(number, "SettlementOverdue");
            String reminder = timer(number, "NextAlarm");
            ClockUtil.setCurrentTime(Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofHours(24)).plusSeconds(1)));

            List<Future<Boolean>> all = atOnce(List.of(() -> fires(escalation), () -> fires(escalation), () -> fires(reminder),
                    () -> fires(reminder)));
            for (Future<Boolean> one : all) {
                get(one);
            }
            desk.timePasses(number, Duration.ofMinutes(1));

            assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem", "SuperviseOverdueCase");
            assertThat(desk.story(number)).containsOnlyOnce(Happening.ESCALATED);
            assertThat(clocks.of(number.value())).flatExtracting(ClockView::alarms).extracting("clock", "level")
                    .doesNotHaveDuplicates();
        }
    }

    /** Two engines that know nothing of each other but the database. */
    @Test
    void of_two_engines_that_fire_one_timer_one_does() throws Exception {
        ProcessEngine second = secondEngine();
        try {
            for (int round = 0; round < ROUNDS; round++) {
                ComplaintNumber number = desk.recorded();
                String escalation = timer(number, "SettlementOverdue");
                ClockUtil.setCurrentTime(Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofHours(24)).plusSeconds(1)));

                List<Future<Boolean>> both = atOnce(List.of(() -> fires(management, escalation),
                        () -> fires(second.getManagementService(), escalation)));
                boolean first = get(both.get(0));
                boolean other = get(both.get(1));

                assertThat(first && other).as("both did").isFalse();
                desk.timePasses(number, Duration.ofMinutes(1));
                assertThat(desk.openTasks(number)).containsExactly("DiagnoseProblem", "SuperviseOverdueCase");
                assertThat(desk.story(number)).containsOnlyOnce(Happening.ESCALATED);
            }
        } finally {
            second.close();
        }
    }

    private ProcessEngine secondEngine() {
        SpringProcessEngineConfiguration node = new SpringProcessEngineConfiguration();
        node.setProcessEngineName("second-node");
        node.setApplicationContext(context);
        node.setExpressionManager(new SpringExpressionManager(context, null));
        node.setDataSource(database);
        node.setTransactionManager(transactions);
        node.setDatabaseSchemaUpdate("false");
        node.setHistory("audit");
        node.setJobExecutorActivate(false);
        node.setAuthorizationEnabled(true);
        node.setCmmnEnabled(false);
        node.setStandaloneTasksEnabled(false);
        node.setDefaultSerializationFormat("application/json");
        node.setProcessEnginePlugins(List.of(new SpinProcessEnginePlugin()));
        return node.buildProcessEngine();
    }

    private ComplaintNumber supervised() {
        ComplaintNumber number = desk.recorded();
        desk.timePasses(number, Duration.ofHours(25));
        assertThat(desk.isOpen(number, "SuperviseOverdueCase")).isTrue();
        ClockUtil.setCurrentTime(Date.from(MONDAY.plus(Duration.ofHours(48)).plusSeconds(1)));
        return number;
    }

    private void authorise(ComplaintNumber number) {
        desk.complete(number, "SuperviseOverdueCase", "action", "AUTHORISE", "authorisedAmount", 500, "reason", "尽快解决");
    }

    /** Asked in a connection of its own. */
    private boolean somebodyWaits() throws Exception {
        return threads.submit(() -> jdbc.sql("select count(*) from pg_locks where not granted and locktype = 'transactionid'")
                .query(Integer.class).single() > 0).get();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
