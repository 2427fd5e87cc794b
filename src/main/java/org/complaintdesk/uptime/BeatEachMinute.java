package org.complaintdesk.uptime;

import jakarta.annotation.PreDestroy;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** This node's sign of life: before its first job runs, each minute, and when it is stopped. */
@Component
@ConditionalOnProperty(name = "complaintdesk.uptime.heartbeat", matchIfMissing = true)
class BeatEachMinute {

    private final Heartbeat heartbeat;
    private final String node = UUID.randomUUID().toString();

    BeatEachMinute(Heartbeat heartbeat) {
        this.heartbeat = heartbeat;
        // Not later: an alarm that a job raises has to find the outage it is late for.
        heartbeat.beat(node);
    }

    @Scheduled(fixedRateString = "PT1M", initialDelayString = "PT1M")
    @PreDestroy
    void beat() {
        heartbeat.beat(node);
    }
}
