package org.complaintdesk.platform;

import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.impl.jobexecutor.BackoffJobAcquisitionStrategy;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionStrategy;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.SequentialJobAcquisitionRunnable;

/**
 * Asks for a page of jobs only when those of the page before have all found a place with the threads. The engine asks for as
 * many as found one: once the queue is full it asks for a single job each time one has ended, and in a storm every question
 * reads all that is due. It asks for none while this node takes none up.
 */
final class WholePages extends SequentialJobAcquisitionRunnable {

    private final BooleanSupplier paused;

    WholePages(JobExecutor executor, BooleanSupplier paused) {
        super(executor);
        this.paused = paused;
    }

    @Override
    protected JobAcquisitionStrategy initializeAcquisitionStrategy() {
        return new BackoffJobAcquisitionStrategy(jobExecutor) {

            @Override
            public int getNumJobsToAcquire(String engine) {
                return paused.getAsBoolean() ? 0 : super.getNumJobsToAcquire(engine);
            }

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
