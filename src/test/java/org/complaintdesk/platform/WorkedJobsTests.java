package org.complaintdesk.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A job that works for longer than the engine's lock lasts, or waits for longer; other nodes look for work meanwhile. */
@DeskTest
class WorkedJobsTests {

    private static final String KIND = "work-of-a-test";
    private static final String OURS = "this node";
    private static final int LOCK_MILLIS = 300_000;

    @Autowired ProcessEngine processEngine;
    @Autowired ManagementService management;
    @Autowired DataSource database;
    @Autowired JdbcClient jdbc;

    private final AtomicInteger times = new AtomicInteger();
    private final DefaultJobExecutor executor = new DefaultJobExecutor();
    private Runnable work = () -> { };
    private ProcessEngineImpl engine;
    private WorkedJobs worked;
    private String job;

    @BeforeEach
    void a_job_that_this_node_has_taken_up() {
        engine = (ProcessEngineImpl) processEngine;
        ProcessEngineConfigurationImpl configuration = engine.getProcessEngineConfiguration();
        configuration.getJobHandlers().put(KIND, new Work());
        executor.setLockOwner(OURS);
        executor.setLockTimeInMillis(LOCK_MILLIS);
        worked = new WorkedJobs(executor, database);
        job = configuration.getCommandExecutorTxRequired().execute(context -> {
            MessageEntity message = new MessageEntity();
            message.setJobHandlerType(KIND);
            message.setExclusive(false);
            context.getJobManager().insertJob(message);
            return message.getId();
        });
        locked(OURS, 10);
    }

    @AfterEach
    void gone() {
        if (isThere()) {
            jdbc.sql("update act_ru_job set lock_owner_ = null, lock_exp_time_ = null where id_ = ?").param(job).update();
            management.deleteJob(job);
        }
        engine.getProcessEngineConfiguration().getJobHandlers().remove(KIND);
    }

    @Test
    void lock_lasts_as_long_as_the_work_so_it_is_done_once() {
        work = () -> elsewhere(() -> {
            worked.prolong();
            assertThat(secondsLeft()).isGreaterThan(250);
            assertThat(isFreeIn(100)).isFalse();
        });

        run();

        assertThat(times).hasValue(1);
        assertThat(isThere()).isFalse();
    }

    @Test
    void lock_that_has_just_ended_is_prolonged_while_nobody_has_taken_the_job() {
        locked(OURS, -1);
        work = () -> elsewhere(() -> {
            worked.prolong();
            assertThat(secondsLeft()).isGreaterThan(250);
        });

        run();

        assertThat(isThere()).isFalse();
    }

    @Test
    void job_whose_lock_ended_all_the_same_is_somebody_elses_and_its_first_run_counts_for_nothing() {
        work = () -> elsewhere(() -> {
            locked("another node", 300);
            worked.prolong();
            jdbc.sql("update act_ru_job set rev_ = rev_ + 1 where id_ = ?").param(job).update();
        });

        assertThatThrownBy(this::run).isInstanceOf(OptimisticLockingException.class);

        assertThat(owner()).isEqualTo("another node");
    }

    @Test
    void work_that_fails_after_its_lock_was_prolonged_counts_as_an_attempt_and_is_free_again() {
        work = () -> {
            elsewhere(worked::prolong);
            throw new IllegalStateException("This is what a test wants");
        };

        assertThatThrownBy(this::run).isInstanceOf(IllegalStateException.class);

        assertThat(management.createJobQuery().jobId(job).singleResult().getRetries()).isEqualTo(2);
        assertThat(jdbc.sql("select lock_owner_ is null from act_ru_job where id_ = ?").param(job).query(Boolean.class).single()).isTrue();
    }

    @Test
    void nothing_is_prolonged_that_nobody_works_on() {
        worked.prolong();

        assertThat(secondsLeft()).isLessThan(11);
    }

    @Test
    void a_row_that_somebody_holds_keeps_nobody_waiting() {
        work = () -> {
            jdbc.sql("select id_ from act_ru_job where id_ = ? for update").param(job).query(String.class).single();
            elsewhere(worked::prolong);
        };

        run();

        assertThat(isThere()).isFalse();
    }

    @Test
    void job_that_waited_in_the_queue_until_another_node_took_it_is_left_to_that() {
        executor.setLockTimeInMillis(0);
        locked("another node", 300);

        run();

        assertThat(times).hasValue(0);
        assertThat(owner()).isEqualTo("another node");
    }

    @Test
    void job_that_waited_in_the_queue_and_is_still_ours_is_done_and_who_reaches_for_it_comes_too_late() {
        executor.setLockTimeInMillis(0);
        int revision = revision();
        work = () -> elsewhere(() -> assertThat(revision()).isGreaterThan(revision));

        run();

        assertThat(times).hasValue(1);
        assertThat(isThere()).isFalse();
    }

    private void run() {
        Context.setJobExecutorContext(new JobExecutorContext());
        try {
            worked.batch(List.of(job), engine)
                    .executeJob(job, engine.getProcessEngineConfiguration().getCommandExecutorTxRequired(), new JobFailureCollector(job));
        } finally {
            Context.removeJobExecutorContext();
        }
    }

    /** Whether other nodes may take it up so many seconds later. */
    private boolean isFreeIn(int seconds) {
        return secondsLeft() < seconds;
    }

    private void locked(String owner, int seconds) {
        jdbc.sql("update act_ru_job set lock_owner_ = ?, lock_exp_time_ = localtimestamp + make_interval(secs => ?) where id_ = ?")
                .params(owner, (double) seconds, job).update();
    }

    private double secondsLeft() {
        return jdbc.sql("select extract(epoch from lock_exp_time_ - localtimestamp) from act_ru_job where id_ = ?").param(job)
                .query(Double.class).single();
    }

    private String owner() {
        return jdbc.sql("select lock_owner_ from act_ru_job where id_ = ?").param(job).query(String.class).single();
    }

    private int revision() {
        return jdbc.sql("select rev_ from act_ru_job where id_ = ?").param(job).query(Integer.class).single();
    }

    private boolean isThere() {
        return management.createJobQuery().jobId(job).count() > 0;
    }

    private static void elsewhere(Runnable what) {
        CompletableFuture.runAsync(what).join();
    }

    private final class Work implements JobHandler<JobHandlerConfiguration> {

        @Override
        public String getType() {
            return KIND;
        }

        @Override
        public void execute(JobHandlerConfiguration configuration, ExecutionEntity execution, CommandContext context, String tenant) {
            times.incrementAndGet();
            work.run();
        }

        @Override
        public JobHandlerConfiguration newConfiguration(String text) {
            return () -> text;
        }

        @Override
        public void onDelete(JobHandlerConfiguration configuration, JobEntity job) {
            // Nothing is kept beside the job.
        }
    }
}
