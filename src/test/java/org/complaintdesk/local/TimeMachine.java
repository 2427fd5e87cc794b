package org.complaintdesk.local;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Moves the desk through time as if it had really passed: it stops at each moment a timer is due, runs what is due then,
 * and goes on. The engine's own job threads rest meanwhile, because a job they hold would look abandoned after the jump
 * and run twice.
 */
final class TimeMachine {

    private static final Logger LOG = LoggerFactory.getLogger(TimeMachine.class);
    private static final Duration DRAIN = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final LocalClock clock;
    private final ManagementService management;
    private final JobExecutor jobExecutor;

    TimeMachine(LocalClock clock, ProcessEngineConfigurationImpl engine) {
        this.clock = clock;
        this.management = engine.getManagementService();
        this.jobExecutor = engine.getJobExecutor();
    }

    /**
     * @param now        the desk's time after the journey
     * @param jobsRun    jobs of processes that ran to their end; the engine's own housekeeping is not counted
     * @param jobsFailed runs that failed; the job is retried or has become an incident
     */
    record Journey(Instant now, int jobsRun, int jobsFailed) {
    }

    synchronized Journey advance(Duration duration) {
        return resting(() -> travel(duration));
    }

    synchronized Journey reset() {
        return resting(() -> {
            clock.setAhead(Duration.ZERO);
            return new Journey(clock.now(), 0, 0);
        });
    }

    private Journey travel(Duration duration) {
        Duration ahead = clock.ahead().plus(duration);
        Instant destination = clock.now().plus(duration);
        long end = System.nanoTime() + PATIENCE.toNanos();
        int run = 0;
        int failed = 0;
        for (Optional<Job> job = nextDue(destination); job.isPresent() && System.nanoTime() < end; job = nextDue(destination)) {
            waitFor(job.get());
            if (!run(job.get())) {
                failed++;
            } else if (job.get().getProcessDefinitionId() != null) {
                run++;
            }
        }
        clock.setAhead(ahead);
        return new Journey(clock.now(), run, failed);
    }

    private void waitFor(Job job) {
        if (job.getDuedate() != null && job.getDuedate().toInstant().isAfter(clock.now())) {
            clock.setAhead(Duration.between(Instant.now(), job.getDuedate().toInstant()));
        }
    }

    /** Messages, which are due at once, come first, then timers in the order of time. */
    private Optional<Job> nextDue(Instant destination) {
        return first(jobs().messages().executable().orderByJobId().asc())
                .or(() -> first(jobs().withRetriesLeft().duedateLowerThan(Date.from(destination.plusMillis(1))).orderByJobDuedate().asc()));
    }

    private static Optional<Job> first(JobQuery jobs) {
        return jobs.listPage(0, 1).stream().findFirst();
    }

    private JobQuery jobs() {
        return management.createJobQuery().active();
    }

    private boolean run(Job job) {
        try {
            management.executeJob(job.getId());
            return true;
        } catch (RuntimeException e) {
            LOG.info("Job {} failed on the way through time: {}", job.getId(), e.getMessage());
            return false;
        }
    }

    private Journey resting(Supplier<Journey> journey) {
        boolean active = jobExecutor != null && jobExecutor.isActive();
        if (active) {
            jobExecutor.shutdown();
        }
        try {
            awaitIdle();
            return journey.get();
        } finally {
            if (active) {
                jobExecutor.start();
            }
        }
    }

    private void awaitIdle() {
        if (jobExecutor instanceof SpringJobExecutor spring && spring.getTaskExecutor() instanceof ThreadPoolTaskExecutor pool) {
            Awaitility.await().atMost(DRAIN).pollInterval(Duration.ofMillis(20)).pollDelay(Duration.ZERO)
                    .until(() -> pool.getActiveCount() == 0 && pool.getQueueSize() == 0);
        }
    }
}
