package org.complaintdesk.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that an installation calls each night; PostgreSQL's two programs are played. */
class BackupScriptTests {

    private static final Path SCRIPT = Path.of("docs/operate/backup.sh").toAbsolutePath();
    private static final String DUMPS = "for each; do case $each in --file=*) echo dump > \"${each#--file=}\";; esac; done";

    @TempDir
    private Path place;

    @BeforeEach
    void a_dump_can_be_read() throws IOException {
        program("pg_restore", "echo '4711; 0 4711 TABLE DATA public complaint desk'");
    }

    @Test
    void a_relative_directory_gets_the_backup_and_its_sum() throws Exception {
        program("pg_dump", DUMPS);

        assertThat(backUp("backups")).isZero();
        assertThat(files()).hasSize(2).anySatisfy(name -> assertThat(name).endsWith(".dump")).anySatisfy(name -> assertThat(name).endsWith(".dump.sha256"));
        assertThat(new ProcessBuilder("sh", "-c", "sha256sum --check --quiet *.sha256").directory(place.resolve("backups").toFile()).start().waitFor()).isZero();
    }

    @Test
    void what_failed_halfway_leaves_nothing_on_the_disk() throws Exception {
        program("pg_dump", DUMPS + "; exit 1");

        assertThat(backUp("backups")).isEqualTo(1);
        assertThat(files()).isEmpty();
    }

    @Test
    void a_dump_that_cannot_be_read_is_no_backup() throws Exception {
        program("pg_dump", DUMPS);
        program("pg_restore", "echo 'nothing'");

        assertThat(backUp("backups")).isEqualTo(1);
        assertThat(files()).isEmpty();
    }

    @Test
    void only_the_latest_are_kept() throws Exception {
        program("pg_dump", DUMPS);
        Files.createDirectory(place.resolve("backups"));
        for (String day : List.of("20261101", "20261102", "20261103")) {
            Files.writeString(place.resolve("backups/complaintdesk-" + day + "T000000Z.dump"), "old");
        }

        assertThat(backUp("backups", "2")).isZero();
        assertThat(files()).filteredOn(name -> name.endsWith(".dump")).hasSize(2).contains("complaintdesk-20261103T000000Z.dump");
    }

    private int backUp(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder script = new ProcessBuilder(Stream.concat(Stream.of("sh", SCRIPT.toString()), Stream.of(arguments)).toList())
                .directory(place.toFile()).redirectErrorStream(true).redirectOutput(place.resolve("said").toFile());
        script.environment().merge("PATH", place.toString(), (path, mine) -> mine + ":" + path);
        return script.start().waitFor();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(place.resolve("backups"))) {
            return all.map(file -> file.getFileName().toString()).toList();
        }
    }

    private void program(String name, String does) throws IOException {
        Path file = Files.writeString(place.resolve(name), "#!/bin/sh\n" + does + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
