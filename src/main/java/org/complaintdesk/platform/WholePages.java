package org.complaintdesk.platform;

import org.camunda.bpm.engine.impl.jobexecutor.BackoffJobAcquisitionStrategy;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionStrategy;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.SequentialJobAcquisitionRunnable;

/**
 * Asks for a page of jobs only when those of the page before have all found a place with the threads. The engine asks for as
 * many as found one: once the queue is full it asks for a single job each time one has ended, and in a storm every question
 * reads all that is due.
 */
final class WholePages extends SequentialJobAcquisitionRunnable {

    WholePages(JobExecutor executor) {
        super(executor);
    }

    @Override
    protected JobAcquisitionStrategy initializeAcquisitionStrategy() {
        return new BackoffJobAcquisitionStrategy(jobExecutor) {

            @Override
            protected void reconfigureNumberOfJobsToAcquire(JobAcquisitionContext cycle) {
                super.reconfigureNumberOfJobsToAcquire(cycle);
                cycle.getRejectedJobsByEngine().forEach((engine, waiting) -> {
                    if (!waiting.isEmpty()) {
                        jobsToAcquire.put(engine, 0);
                    }
                });
            }
        };
    }
}
