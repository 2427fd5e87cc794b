package org.complaintdesk.intake.csv;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** When an import goes on, for the model. */
@Component
public class ImportPace {

    private final ImportProperties settings;
    private final Clock clock;

    ImportPace(ImportProperties settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Waiting times before further attempts as the engine reads them, {@code PT5S,PT30S}. */
    public String getRetries() {
        return settings.retries().stream().map(Duration::toString).collect(Collectors.joining(","));
    }

    /** When a file whose turn it is not looks again. */
    public Date getNextTurn() {
        return Date.from(clock.instant().plus(settings.turn()));
    }
}
