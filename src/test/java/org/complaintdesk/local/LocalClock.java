package org.complaintdesk.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** How far the desk's clock is ahead of the real one; kept, because the data that were made under it are kept too. */
final class LocalClock {

    private final Path file;
    private volatile Duration ahead = Duration.ZERO;

    private LocalClock(Path file) {
        this.file = file;
    }

    /** Takes up the time the last run on this directory was at. */
    static LocalClock resume(Path directory) {
        LocalClock clock = new LocalClock(directory.resolve("clock"));
        try {
            if (Files.exists(clock.file)) {
                clock.ahead = Duration.parse(Files.readString(clock.file).strip());
                ClockUtil.offset(clock.ahead.toMillis());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return clock;
    }

    Instant now() {
        return ClockUtil.now().toInstant();
    }

    /** Zero when the desk keeps the real time. */
    Duration ahead() {
        return ahead;
    }

    /** Moves the engine and the application together; the clock runs on from there. */
    void setAhead(Duration duration) {
        try {
            if (duration.isZero()) {
                ClockUtil.reset();
                Files.deleteIfExists(file);
            } else {
                ClockUtil.offset(duration.toMillis());
                Files.createDirectories(file.getParent());
                Files.writeString(file, duration.toString());
            }
            ahead = duration;
        } catch (IOException e) {
            throw new UncheckedIOException("The clock cannot be kept in " + file, e);
        }
    }
}
