package org.complaintdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.complaintdesk.faults.Checker.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** No room for uploads: the desk's directory for temporary files is a real file system of two megabytes. */
class DiskFullFault {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void upload_that_has_no_room_is_refused_and_leaves_nothing_behind() throws Exception {
        Path full = Files.createDirectory(directory.resolve("full"));
        try (House house = new House(directory)) {
            house.node();
            List<String> roomy = SoonStarted.command("-Djava.io.tmpdir=" + full);
            // A name space of its own lets everybody mount, not only root.
            house.start(0, Stream.concat(Stream.of("unshare", "--map-root-user", "--mount", "sh", "-c",
                    "mount -t tmpfs -o size=2m none \"$0\" && exec \"$@\"", full.toString()), roomy.stream()).toList()).awaitHealthy(House.PATIENCE);
            house.hire();

            for (int i = 0; i < 3; i++) {
                assertThat(house.desk(0).uploaded("/api/imports/reviews", rows("large" + i, 60_000)).statusCode()).isEqualTo(507);
            }
            assertThat(house.count("select count(*) from csv_import")).isZero();
            assertThat(house.desk(0).get("/actuator/health/readiness").statusCode()).isEqualTo(200);
            assertThat(house.desk(0).uploaded("/api/imports/reviews", rows("small", 20)).statusCode()).isEqualTo(202);

            List<Finding> findings = house.check();
            FaultReport.add("no room for uploads", 0, "3 files of 6 MB into 2 MB, then one of 2 KB", house, findings);
            assertThat(findings).isEmpty();
            assertThat(house.count("select count(*) from review")).isEqualTo(20);
        }
    }

    private Path rows(String name, int rows) throws Exception {
        return Rows.write(directory.resolve(name + ".csv"), rows);
    }
}
