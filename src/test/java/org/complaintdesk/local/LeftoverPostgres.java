package org.complaintdesk.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that outlived a hard-killed run. It still owns the data directory, so it is stopped before a new one
 * starts. Its pid file is removed when no such server runs: in a container the same number soon belongs to another
 * process, and PostgreSQL would then refuse to start.
 */
final class LeftoverPostgres {

    private static final Logger LOG = LoggerFactory.getLogger(LeftoverPostgres.class);

    private LeftoverPostgres() {
    }

    static void stop(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (Files.exists(pidFile)) {
            serverOf(pidFile, data).ifPresent(LeftoverPostgres::stop);
            Files.deleteIfExists(pidFile);
        }
    }

    private static Optional<ProcessHandle> serverOf(Path pidFile, Path data) throws IOException {
        return Files.readAllLines(pidFile).stream().findFirst().map(String::strip).filter(pid -> pid.matches("\\d+"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .filter(process -> isServerOn(data, process.info()));
    }

    private static boolean isServerOn(Path data, ProcessHandle.Info process) {
        boolean postgres = process.command().map(Path::of).map(command -> command.getFileName().toString())
                .filter(name -> name.startsWith("postgres")).isPresent();
        return postgres && process.arguments().map(arguments -> Arrays.asList(arguments).contains(data.toString())).orElse(true);
    }

    private static void stop(ProcessHandle server) {
        LOG.info("A run that was killed left its PostgreSQL behind (process {}): stopping it", server.pid());
        List<ProcessHandle> all = Stream.concat(Stream.of(server), server.descendants()).toList();
        server.destroy();
        if (!ended(all, 15)) {
            all.forEach(ProcessHandle::destroyForcibly);
            ended(all, 15);
        }
    }

    private static boolean ended(List<ProcessHandle> processes, int seconds) {
        try {
            CompletableFuture.allOf(processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                    .get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
