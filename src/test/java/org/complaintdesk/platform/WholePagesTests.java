package org.complaintdesk.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionStrategy;
import org.junit.jupiter.api.Test;

/** How many jobs a node asks for, as its acquisition goes round. */
class WholePagesTests {

    private static final String ENGINE = "default";
    private static final int PAGE = 50;

    private final JobAcquisitionContext cycle = new JobAcquisitionContext();
    private boolean paused;
    private final JobAcquisitionStrategy pages = strategy();

    @Test
    void the_next_page_follows_when_all_of_one_found_a_place() {
        acquires(PAGE, 0);

        assertThat(pages.getNumJobsToAcquire(ENGINE)).isEqualTo(PAGE);
        assertThat(pages.getWaitTime()).isZero();
    }

    @Test
    void nothing_is_asked_for_while_one_of_them_waits_for_a_place() {
        acquires(PAGE, PAGE - 1);
        assertThat(pages.getNumJobsToAcquire(ENGINE)).isZero();

        acquires(0, PAGE - 1);
        assertThat(pages.getNumJobsToAcquire(ENGINE)).isZero();
        assertThat(pages.getWaitTime()).as("until a thread is free, or a moment").isPositive();

        acquires(0, 0);
        assertThat(pages.getNumJobsToAcquire(ENGINE)).isEqualTo(PAGE);
    }

    @Test
    void a_node_that_takes_none_up_asks_for_nothing_until_it_does_again() {
        paused = true;
        assertThat(pages.getNumJobsToAcquire(ENGINE)).isZero();

        paused = false;
        assertThat(pages.getNumJobsToAcquire(ENGINE)).isEqualTo(PAGE);
    }

    /** One round: so many new ones, and so many, of before too, for which there was no place. */
    private void acquires(int acquired, int rejected) {
        cycle.reset();
        AcquiredJobs jobs = new AcquiredJobs(acquired);
        IntStream.range(0, acquired).forEach(i -> jobs.addJobIdBatch("job" + i));
        cycle.submitAcquiredJobs(ENGINE, jobs);
        IntStream.range(0, rejected).forEach(i -> cycle.submitRejectedBatch(ENGINE, List.of("job" + i)));
        pages.reconfigure(cycle);
    }

    private JobAcquisitionStrategy strategy() {
        DefaultJobExecutor executor = new DefaultJobExecutor();
        executor.setMaxJobsPerAcquisition(PAGE);
        return new WholePages(executor, () -> paused).initializeAcquisitionStrategy();
    }
}
