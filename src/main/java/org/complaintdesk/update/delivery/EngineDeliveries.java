package org.complaintdesk.update.delivery;

import java.time.Clock;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.complaintdesk.platform.AsSystem;
import org.complaintdesk.update.Deliveries;
import org.complaintdesk.update.UpdateProperties;
import org.springframework.stereotype.Component;

/** What the engine knows of deliveries under way. */
@Component
class EngineDeliveries implements Deliveries {

    private static final String SEND_MAIL = "SendMail";

    private final RuntimeService runtime;
    private final ManagementService management;
    private final UpdateProperties settings;
    private final AsSystem asSystem;
    private final Clock clock;

    EngineDeliveries(RuntimeService runtime, ManagementService management, UpdateProperties settings, AsSystem asSystem,
                     Clock clock) {
        this.runtime = runtime;
        this.management = management;
        this.settings = settings;
        this.asSystem = asSystem;
        this.clock = clock;
    }

    @Override
    public Map<String, Failing> failing(String caseNumber) {
        return asSystem.call(() -> {
            Map<String, Failing> failing = new HashMap<>();
            for (ProcessInstance delivery : runtime.createProcessInstanceQuery().processDefinitionKey(DeliveryVariables.PROCESS)
                    .variableValueEquals(DeliveryVariables.NUMBER, caseNumber).list()) {
                mailJobs(delivery).stream().filter(job -> job.getExceptionMessage() != null)
                        .forEach(job -> failing.put(delivery.getBusinessKey(), failing(job)));
            }
            return failing;
        });
    }

    @Override
    public void retry(String key) {
        asSystem.run(() -> runtime.createProcessInstanceQuery().processDefinitionKey(DeliveryVariables.PROCESS)
                .processInstanceBusinessKey(key).list().stream().flatMap(delivery -> mailJobs(delivery).stream())
                .forEach(this::retryNow));
    }

    @Override
    public void takeBack(String key) {
        asSystem.run(() -> runtime.createMessageCorrelation("CaseEnded").processInstanceBusinessKey(key).correlateAll());
    }

    private List<Job> mailJobs(ProcessInstance delivery) {
        return management.createJobQuery().processInstanceId(delivery.getId()).activityId(SEND_MAIL).list();
    }

    private void retryNow(Job job) {
        management.setJobRetries(job.getId(), Math.max(1, job.getRetries()));
        management.setJobDuedate(job.getId(), Date.from(clock.instant()));
    }

    private Failing failing(Job job) {
        boolean stopped = job.getRetries() == 0 || job.getDuedate() == null;
        return new Failing(1 + settings.mailRetries().size() - job.getRetries(), job.getExceptionMessage(),
                stopped ? null : job.getDuedate().toInstant());
    }
}
