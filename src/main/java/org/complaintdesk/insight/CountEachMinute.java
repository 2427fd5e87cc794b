package org.complaintdesk.insight;

import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.complaintdesk.platform.Turn;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Each minute one node counts the stays that ended; what it does not get done, the next turn does. */
@Component
@ConditionalOnProperty(name = "complaintdesk.insight.enabled", matchIfMissing = true)
class CountEachMinute {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final StepHistory history;
    private final DataSource database;

    CountEachMinute(StepHistory history, DataSource database) {
        this.history = history;
        this.database = database;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT40S")
    void take() {
        Optional<Turn> mine = Turn.ifFree(database, Turn.Of.STEP_STAYS);
        mine.ifPresent(held -> {
            try (held) {
                count();
            }
        });
    }

    private void count() {
        long end = System.nanoTime() + LONGEST.toNanos();
        boolean more = true;
        while (more && System.nanoTime() < end) {
            more = history.countNext();
        }
        history.forgetOld();
    }
}
