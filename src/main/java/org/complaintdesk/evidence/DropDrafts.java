package org.complaintdesk.evidence;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets files of complaints that were never sent. */
@Component
class DropDrafts {

    private static final Duration KEPT = Duration.ofDays(1);

    private final EvidenceStore store;
    private final Clock clock;

    DropDrafts(EvidenceStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT5M")
    void drop() {
        store.deleteDraftsBefore(clock.instant().minus(KEPT));
    }
}
