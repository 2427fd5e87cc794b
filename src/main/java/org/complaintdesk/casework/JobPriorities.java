package org.complaintdesk.casework;

import java.util.Collection;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.complaintdesk.policy.Severity;
import org.springframework.stereotype.Component;

/**
 * In which order the engine works off what is due, when it cannot do all of it at once: the most urgent cases first. The
 * models ask this bean for their timers; mail and everything else counts like P3, imports come last (-10).
 */
@Component("jobPriorities")
public class JobPriorities {

    private static final long URGENT = 30;
    private static final long BEFORE_OTHERS = 20;
    private static final long USUAL = 0;

    private final ManagementService management;

    JobPriorities(ManagementService management) {
        this.management = management;
    }

    /** @param severity the name of a severity; null when it is not known yet, which could be anything and so is P2 */
    public long of(String severity) {
        if (severity == null || severity.isBlank()) {
            return BEFORE_OTHERS;
        }
        return switch (Severity.valueOf(severity)) {
            case P1 -> URGENT;
            case P2 -> BEFORE_OTHERS;
            case P3 -> USUAL;
        };
    }

    /** Gives a case's jobs the priority of its severity now; the engine asks only once, when a job is made. */
    public void follow(Collection<? extends Job> jobs, String severity) {
        long priority = of(severity);
        jobs.stream().filter(job -> job.getPriority() != priority)
                .forEach(job -> management.setJobPriority(job.getId(), priority));
    }
}
