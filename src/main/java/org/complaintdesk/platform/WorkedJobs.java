package org.complaintdesk.platform;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The jobs this node works on, and their locks. The engine locks a job once, when it is taken up. One that takes longer is
 * taken up again, by its own node too, its first run is rolled back at the end, and so for ever. Here a lock lasts as long as
 * the work: it is prolonged when half of it is over, and a job that waited in the queue until somebody else took it is theirs.
 *
 * <p>Nobody prolongs for a node that is dead, and nothing for a job that no thread works on.
 */
final class WorkedJobs {

    private static final Date NOT_YET = new Date(0);
    private static final String MINE = " where lock_owner_ = :owner and ";

    private final JobExecutor executor;
    private final JdbcClient jdbc;
    /** Until when each is locked, if its lock was prolonged. */
    private final Map<String, Date> underWay = new ConcurrentHashMap<>();

    WorkedJobs(JobExecutor executor, DataSource database) {
        this.executor = executor;
        this.jdbc = JdbcClient.create(database);
    }

    /** @return what a thread runs for jobs that were taken up now */
    Batch batch(List<String> jobs, ProcessEngineImpl engine) {
        return new Batch(jobs, engine);
    }

    /** The revision changes, so whoever reaches for it at this moment does so in vain. */
    private boolean isStillOurs(String job) {
        return jdbc.sql("update act_ru_job set rev_ = rev_ + 1, lock_exp_time_ = :until" + MINE + "id_ = :job")
                .param("owner", executor.getLockOwner()).param("until", stored(fromNow(lockTime()))).param("job", job).update() > 0;
    }

    /**
     * Locks of which less than half is left last anew, also when nothing is left and nobody has taken the job yet: this node
     * was slow. The revision stays: the work's own transaction ends with it. A row that somebody holds is left alone, nobody
     * else can take it either.
     */
    synchronized void prolong() {
        if (underWay.isEmpty()) {
            return;
        }
        Date until = fromNow(lockTime());
        jdbc.sql("update act_ru_job set lock_exp_time_ = :until where id_ in (select id_ from act_ru_job" + MINE + "id_ in (:jobs)"
                        + " and lock_exp_time_ < :soon for update skip locked) returning id_")
                .param("owner", executor.getLockOwner()).param("jobs", Set.copyOf(underWay.keySet()))
                .param("soon", stored(fromNow(half()))).param("until", stored(until)).query(String.class).list()
                .forEach(job -> underWay.replace(job, until));
    }

    /** How often {@link #prolong} has to be called. */
    Duration every() {
        return lockTime().dividedBy(8);
    }

    private Duration half() {
        return lockTime().dividedBy(2);
    }

    private Duration lockTime() {
        return Duration.ofMillis(executor.getLockTimeInMillis());
    }

    private static Date fromNow(Duration later) {
        return new Date(ClockUtil.getCurrentTime().getTime() + later.toMillis());
    }

    private static Timestamp stored(Date moment) {
        return new Timestamp(moment.getTime());
    }

    /** Jobs that one thread works on, one after the other. */
    final class Batch extends ExecuteJobsRunnable {

        private final long taken = System.nanoTime();

        private Batch(List<String> jobs, ProcessEngineImpl engine) {
            super(jobs, engine);
        }

        @Override
        protected void executeJob(String job, CommandExecutor commands, JobFailureCollector failures) {
            underWay.put(job, NOT_YET);
            Failures ours = new Failures(job);
            try {
                if (System.nanoTime() - taken < half().toNanos() || isStillOurs(job)) {
                    super.executeJob(job, commands, ours);
                }
            } finally {
                failures.setJob(ours.getJob());
                underWay.remove(job);
            }
        }
    }

    /** When work fails, the engine takes a lock other than the one it knows for somebody else's, and counts no attempt. */
    private final class Failures extends JobFailureCollector {

        Failures(String job) {
            super(job);
        }

        @Override
        public JobEntity getJob() {
            synchronized (WorkedJobs.this) {
                JobEntity loaded = super.getJob();
                Date until = underWay.getOrDefault(getJobId(), NOT_YET);
                if (loaded != null && loaded.getLockExpirationTime() != null && until.after(loaded.getLockExpirationTime())) {
                    loaded.setLockExpirationTime(until);
                }
                return loaded;
            }
        }
    }
}
