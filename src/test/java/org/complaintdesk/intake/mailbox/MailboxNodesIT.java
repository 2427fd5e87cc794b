package org.complaintdesk.intake.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.complaintdesk.faults.Checker;
import org.complaintdesk.support.PackagedDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes and one mailbox: while one of them lives, mail is taken in. */
class MailboxNodesIT {

    private static final int NO_MAIL_SERVER = 9;

    @TempDir
    Path directory;

    @Test
    void when_the_node_that_reads_loses_power_the_other_reads_on() throws Exception {
        List<PackagedDesk> nodes = new ArrayList<>();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(); TestMailbox mailbox = new TestMailbox()) {
            try {
                for (int i = 0; i < 2; i++) {
                    Map<String, String> settings = PackagedDesk.settings(postgres, NO_MAIL_SERVER);
                    settings.putAll(reading(mailbox));
                    nodes.add(PackagedDesk.start(directory, settings, "-XX:TieredStopAtLevel=1"));
                }
                for (PackagedDesk node : nodes) {
                    node.awaitHealthy();
                }
                mailbox.arrives(complaint("one"));
                soon(() -> complaints(nodes.get(0)) == 1);

                PackagedDesk reader = reads(nodes.get(0)) ? nodes.get(0) : nodes.get(1);
                PackagedDesk other = reader == nodes.get(0) ? nodes.get(1) : nodes.get(0);
                assertThat(reads(other)).as("one node reads").isFalse();
                reader.kill();
                mailbox.arrives(complaint("two"));
                mailbox.arrives(complaint("three"));

                soon(() -> complaints(other) == 3);
                soon(() -> mailbox.count("INBOX") == 0);
                assertThat(mailbox.count("Processed")).isEqualTo(3);
                assertThat(other.get("/mailbox").statusCode()).isEqualTo(200);
                assertThat(Checker.of(postgres.getPostgresDatabase())).isEmpty();
            } finally {
                for (PackagedDesk node : nodes) {
                    node.close();
                }
            }
        }
    }

    private static Map<String, String> reading(TestMailbox mailbox) {
        MailboxProperties settings = mailbox.settings();
        return Map.of("COMPLAINTDESK_MAILBOX_HOST", settings.host(),
                "COMPLAINTDESK_MAILBOX_PORT", String.valueOf(settings.port()),
                "COMPLAINTDESK_MAILBOX_USERNAME", settings.username(),
                "COMPLAINTDESK_MAILBOX_PASSWORD", settings.password(),
                "COMPLAINTDESK_MAILBOX_TLS", "NONE",
                "COMPLAINTDESK_MAILBOX_LOOKEVERY", "PT1S");
    }

    private static String complaint(String who) {
        return "From: %s@customer.example\nSubject: complaint\nMessage-ID: <%s@customer.example>\n\nThe bottle arrived broken, I want a refund."
                .formatted(who, who);
    }

    private static int complaints(PackagedDesk node) throws IOException, InterruptedException {
        return node.read("/api/complaints?size=50").path("complaints").size();
    }

    private static boolean reads(PackagedDesk node) throws IOException {
        return node.output().contains("Reading the mailbox");
    }

    private static void soon(Callable<Boolean> holds) {
        // The mail server's threads throw when a node dies: that is what is tried here.
        Awaitility.await().dontCatchUncaughtExceptions().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(250)).until(holds);
    }
}
