package org.complaintdesk.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The directory of one running local system; a second one on the same directory is turned away. */
final class LocalDirectory implements AutoCloseable {

    private final FileChannel lock;

    private LocalDirectory(FileChannel lock) {
        this.lock = lock;
    }

    /** @throws LocalProblem when the directory is in use or cannot be written */
    static LocalDirectory occupy(Path directory) {
        Path file = directory.resolve("lock");
        try {
            Files.createDirectories(directory);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!lock(channel)) {
                channel.close();
                throw new LocalProblem(("A complaint desk is already running on %s (process %s): "
                        + "stop it, or set COMPLAINTDESK_LOCAL_DIR to another directory.").formatted(directory, owner(directory)));
            }
            Files.writeString(directory.resolve("pid"), String.valueOf(ProcessHandle.current().pid()));
            return new LocalDirectory(channel);
        } catch (IOException e) {
            throw new LocalProblem("The local system cannot write to %s (%s): set COMPLAINTDESK_LOCAL_DIR to a directory of yours."
                    .formatted(directory, e), e);
        }
    }

    private static boolean lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static String owner(Path directory) throws IOException {
        Path pid = directory.resolve("pid");
        return Files.exists(pid) ? Files.readString(pid) : "unknown";
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
