package org.complaintdesk.uptime;

import jakarta.annotation.PreDestroy;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** This node's sign of life: before its first job runs, each minute, and when it is stopped; its clock is looked at each time. */
@Component
@ConditionalOnProperty(name = "complaintdesk.uptime.heartbeat", matchIfMissing = true)
class BeatEachMinute {

    private final Heartbeat heartbeat;
    private final NodeClock clock;
    private final String node = UUID.randomUUID().toString();

    BeatEachMinute(Heartbeat heartbeat, NodeClock clock) {
        this.heartbeat = heartbeat;
        this.clock = clock;
        // Not later: an alarm that a job raises has to find the outage it is late for.
        beat();
    }

    @Scheduled(fixedRateString = "PT1M", initialDelayString = "PT1M")
    @PreDestroy
    void beat() {
        heartbeat.beat(node);
        clock.compare(node);
    }
}
