package org.complaintdesk.update.delivery;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes sure that a mail can still be recorded once the mail server has it. The engine's lock on a job ends after a time, also
 * while the job waits in a queue behind slow mails; whoever then takes the job up changes its row, the transaction that has
 * sent the mail finds that and is rolled back, and the mail goes out again. So the job's row is held, and its lock made to last.
 */
@Component
class HeldJob {

    /** Of its lock a job has at least this share left when the mail goes out: longer than any mail may take, see the timeouts. */
    private static final double SHARE = 0.8;

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;
    private final Clock clock;

    HeldJob(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Holds the job that runs until its transaction ends; nothing when none does.
     *
     * @throws OptimisticLockingException when somebody else has taken it up: then it is theirs
     */
    void hold() {
        JobEntity job = Context.getCommandContext().getCurrentJob();
        if (job != null) {
            prolong(job, Context.getProcessEngineConfiguration());
            mustBeThere(jdbc.sql("select id_ from act_ru_job where id_ = ? and rev_ = ? for update").params(job.getId(), job.getRevision())
                    .query(String.class).list().size(), job);
        }
    }

    /** In a transaction of its own, since others have to see it; usually the lock is young and nothing is to do. */
    private void prolong(JobEntity job, ProcessEngineConfigurationImpl engine) {
        Duration lasts = Duration.ofMillis(engine.getJobExecutor().getLockTimeInMillis());
        Instant now = clock.instant();
        Date until = job.getLockExpirationTime();
        if (until == null || until.toInstant().isAfter(now.plusMillis((long) (lasts.toMillis() * SHARE)))) {
            return;
        }
        Date later = Date.from(now.plus(lasts));
        apart.executeWithoutResult(status -> mustBeThere(jdbc.sql("update act_ru_job set lock_exp_time_ = ?, rev_ = rev_ + 1 where id_ = ? and rev_ = ?")
                .params(new Timestamp(later.getTime()), job.getId(), job.getRevision()).update(), job));
        job.setRevision(job.getRevision() + 1);
        job.setLockExpirationTime(later);
    }

    private static void mustBeThere(int rows, JobEntity job) {
        if (rows == 0) {
            throw new OptimisticLockingException("Somebody else has taken up job " + job.getId());
        }
    }
}
