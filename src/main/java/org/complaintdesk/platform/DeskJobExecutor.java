package org.complaintdesk.platform;

import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;

/** Takes {@link WholePages} of jobs, and keeps the locks of {@link WorkedJobs}. */
final class DeskJobExecutor extends SpringJobExecutor {

    private final WorkedJobs worked;
    private final TakingJobs taking;

    DeskJobExecutor(DataSource database, TakingJobs taking) {
        this.worked = new WorkedJobs(this, database);
        this.taking = taking;
    }

    @Override
    protected void ensureInitialization() {
        super.ensureInitialization();
        acquireJobsRunnable = new WholePages(this, taking::isPaused);
    }

    @Override
    public Runnable getExecuteJobsRunnable(List<String> jobs, ProcessEngineImpl engine) {
        return worked.batch(jobs, engine);
    }

    WorkedJobs worked() {
        return worked;
    }
}
