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

    LocalClock(Path directory) {
        this.file = directory.resolve("clock");
    }

    /** Takes up the time the last run was at. */
    void resume() {
        try {
            if (Files.exists(file)) {
                ClockUtil.offset(Duration.parse(Files.readString(file).strip()).toMillis());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Instant now() {
        return ClockUtil.now().toInstant();
    }

    Duration ahead() {
        return Duration.between(Instant.now(), now());
    }

    /** Puts the desk at a time from which its clock runs on. */
    void moveTo(Instant time) {
        Duration ahead = Duration.between(Instant.now(), time);
        ClockUtil.offset(ahead.toMillis());
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, ahead.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Back to the real time. */
    void reset() {
        ClockUtil.reset();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
