package org.complaintdesk.intake.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.complaintdesk.faults.Checker;
import org.complaintdesk.support.PackagedDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of thousands of rows survives that the machine stops in the middle. */
class ImportRestartIT {

    private static final int ROWS = 3_000;
    private static final int BROKEN = ROWS / 100;
    private static final int BAD = 20;

    /** Little memory, and quick to be there. */
    private static final String[] JAVA = {"-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"};

    @TempDir
    Path directory;

    @Test
    void import_goes_on_after_a_kill_and_loses_and_doubles_nothing() throws Exception {
        Path file = GeneratedReviews.write(directory.resolve("reviews.csv"), ROWS, BAD, ROWS / BROKEN);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            Map<String, String> settings = PackagedDesk.settings(postgres, PackagedDesk.freePort());
            // A dead node's job is taken up again after this, in production after five minutes.
            settings.put("CAMUNDA_BPM_JOB_EXECUTION_LOCK_TIME_IN_MILLIS", "10000");
            settings.put("COMPLAINTDESK_IMPORT_BATCHTIME", "PT1S");
            settings.put("CAMUNDA_BPM_JOB_EXECUTION_MAX_WAIT", "1000");
            String location;
            int doneBefore;
            try (PackagedDesk desk = PackagedDesk.start(directory, settings, JAVA).awaitHealthy()) {
                location = desk.upload("/api/imports/reviews", file);
                Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100))
                        .until(() -> desk.read(location).path("done").asInt() >= 400);
                desk.kill();
                doneBefore = Math.toIntExact(count(postgres, "select done from csv_import"));
            }
            assertThat(doneBefore).as("killed in the middle").isBetween(400, ROWS - 1);
            assertCounts(postgres, doneBefore);

            try (PackagedDesk desk = PackagedDesk.start(directory, settings, JAVA).awaitHealthy()) {
                Awaitility.await().atMost(Duration.ofSeconds(120)).pollInterval(Duration.ofMillis(250))
                        .until(() -> desk.read(location).path("state").asText().equals("DONE"));
                JsonNode done = desk.read(location);
                assertThat(done.path("total").asInt()).isEqualTo(ROWS);
                assertThat(done.path("done").asInt()).isEqualTo(ROWS);
                assertThat(done.path("duplicates").asInt()).isZero();
                assertThat(done.path("rejected").asInt()).isEqualTo(BROKEN);
                assertThat(done.path("rejects")).hasSize(BROKEN);
                assertThat(done.path("created").asInt() + done.path("counted").asInt()).isEqualTo(ROWS - BROKEN);
                assertThat(count(postgres, "select count(*) from review")).isEqualTo(done.path("created").asLong());
                assertCounts(postgres, ROWS);
                assertThat(Checker.of(postgres.getPostgresDatabase())).isEmpty();
            }
        }
    }

    /** Whatever has been taken in by now is there once, with its case and its running process. */
    private static void assertCounts(EmbeddedPostgres postgres, int done) throws Exception {
        assertThat(count(postgres, "select created + counted + rejected from csv_import")).isEqualTo(done);
        assertThat(count(postgres, "select count(*) from review_reference"))
                .isEqualTo(count(postgres, "select created + counted from csv_import"));
        assertThat(count(postgres, "select count(distinct external_id) from review"))
                .isEqualTo(count(postgres, "select count(*) from review"))
                .isEqualTo(count(postgres, "select created from csv_import"))
                .isEqualTo(count(postgres, "select count(distinct business_key_) from act_hi_procinst where proc_def_key_ = 'review-handling'"))
                .isEqualTo(count(postgres, "select count(*) from act_hi_procinst where proc_def_key_ = 'review-handling'"));
        assertThat(count(postgres, "select count(*) from import_reject")).isEqualTo(count(postgres, "select rejected from csv_import"));
    }

    private static long count(EmbeddedPostgres postgres, String query) throws Exception {
        try (Connection connection = postgres.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement();
             ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
