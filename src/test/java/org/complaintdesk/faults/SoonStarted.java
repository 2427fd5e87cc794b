package org.complaintdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.complaintdesk.support.PackagedDesk;

/**
 * The delivered jar, unpacked by its own means, with an archive of its classes as Java makes it (AppCDS): a hundred kills need a
 * hundred starts, and these take a third of the time. Made once for all runs of one jar.
 */
final class SoonStarted {

    private static final Path DIRECTORY = Path.of("target/faults").toAbsolutePath();
    private static final Path UNPACKED = DIRECTORY.resolve("unpacked");
    private static final Path ARCHIVE = DIRECTORY.resolve("desk.jsa");

    private SoonStarted() {
    }

    static boolean isReady() throws IOException {
        return Files.exists(ARCHIVE) && Files.getLastModifiedTime(ARCHIVE).compareTo(Files.getLastModifiedTime(PackagedDesk.JAR)) > 0;
    }

    /** @param settings of a node that is started once and stopped again */
    static void prepare(Path directory, Map<String, String> settings) throws IOException, InterruptedException {
        Files.createDirectories(DIRECTORY);
        Files.deleteIfExists(ARCHIVE);
        new ProcessBuilder(PackagedDesk.JAVA, "-Djarmode=tools", "-jar", PackagedDesk.JAR.toString(), "extract", "--force", "--destination",
                UNPACKED.toString()).redirectErrorStream(true).redirectOutput(directory.resolve("unpacked.log").toFile()).start().waitFor();
        Process trial = PackagedDesk.start(directory, settings, java("-XX:ArchiveClassesAtExit=" + ARCHIVE, "-jar", jar())).awaitHealthy(House.PATIENCE).process();
        trial.destroy();
        trial.waitFor();
        assertThat(ARCHIVE).exists();
    }

    /** @return the command that starts a node */
    static List<String> command(String... options) {
        return java(Stream.concat(Stream.of(options), Stream.of("-XX:SharedArchiveFile=" + ARCHIVE, "-jar", jar())).toArray(String[]::new));
    }

    /** @return a command that runs this with little memory */
    static List<String> java(String... what) {
        return Stream.concat(Stream.of(PackagedDesk.JAVA, "-Xmx384m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), Stream.of(what)).toList();
    }

    private static String jar() {
        return UNPACKED.resolve(PackagedDesk.JAR.getFileName()).toString();
    }
}
