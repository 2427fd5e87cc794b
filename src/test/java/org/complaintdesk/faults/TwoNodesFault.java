package org.complaintdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.complaintdesk.faults.Checker.Finding;
import org.complaintdesk.support.PackagedDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What two nodes can do to each other without any of them dying. */
class TwoNodesFault {

    private static final long SEED = Long.getLong("faults.seed", 7);
    private static final int ANSWERS = Integer.getInteger("faults.answers", 400);
    private static final long AHEAD = Duration.ofMinutes(7).toMillis();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    /** Further ahead than a job's lock lasts, so every job the other node works on looks abandoned to it. */
    @Test
    void clock_of_one_node_ahead_by_minutes_and_nobody_notices() throws Exception {
        try (House house = new House(directory)) {
            house.node();
            house.node().put("COMPLAINTDESK_UPTIME_CLOCKMAYDIFFER", "PT1H");
            house.start(0).awaitHealthy(House.PATIENCE);
            house.start(1, ahead()).awaitHealthy(House.PATIENCE);
            house.hire();
            work(house);
            assertThat(house.count("select count(*) from heartbeat where ahead_millis > 400000")).isEqualTo(1);
            List<Finding> findings = house.check();
            FaultReport.add("clock of one node ahead by 7 minutes", SEED, ANSWERS + " requests answered", house, findings);
            assertThat(findings).isEmpty();
            assertThat(house.mailsTwice()).isZero();
        }
    }

    @Test
    void node_that_notices_that_it_is_ahead_leaves_jobs_to_the_other() throws Exception {
        try (House house = new House(directory)) {
            house.node();
            house.node();
            house.start(0).awaitHealthy(House.PATIENCE);
            house.start(1, ahead()).awaitHealthy(House.PATIENCE);
            house.hire();
            Awaitility.await("its next sign of life").atMost(House.PATIENCE)
                    .until(() -> house.desk(1).read("/actuator/health").at("/components/clock/status").asText().equals("DEGRADED"));
            double before = jobTurns(house.desk(1));
            work(house);
            List<Finding> findings = house.check();
            FaultReport.add("clock of one node ahead by 7 minutes, which it notices", SEED, ANSWERS + " requests answered", house, findings);
            assertThat(findings).isEmpty();
            assertThat(jobTurns(house.desk(0))).isPositive();
            assertThat(jobTurns(house.desk(1))).isEqualTo(before);
        }
    }

    /** @return how often its threads have turned to jobs */
    private static double jobTurns(PackagedDesk node) throws Exception {
        return node.get("/actuator/prometheus").body().lines().filter(line -> line.startsWith("complaintdesk_job_turns_seconds_count"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ')))).sum();
    }

    private List<String> ahead() throws Exception {
        return SoonStarted.command("-javaagent:%s=%d".formatted(ClockAgent.jar(directory), AHEAD));
    }

    /** One transaction takes in thousands of rows, for longer than its job is locked: it is done once, and ends. */
    @Test
    void batch_that_takes_longer_than_its_lock_ends() throws Exception {
        int rows = 2_000;
        try (House house = new House(directory)) {
            for (int i = 0; i < 2; i++) {
                Map<String, String> node = house.node();
                node.put("CAMUNDA_BPM_JOBEXECUTION_LOCKTIMEINMILLIS", "5000");
                node.put("COMPLAINTDESK_IMPORT_BATCH", String.valueOf(rows));
                node.put("COMPLAINTDESK_IMPORT_BATCHTIME", "PT10M");
                house.start(i);
            }
            house.desk(0).awaitHealthy(House.PATIENCE);
            house.desk(1).awaitHealthy(House.PATIENCE);
            house.hire();
            house.desk(0).upload("/api/imports/reviews", Rows.write(directory.resolve("reviews.csv"), rows));
            List<Finding> findings = house.check();
            FaultReport.add("batches that outlive their lock", 0, rows + " rows in one transaction, lock 5 s, two nodes", house, findings);
            assertThat(findings).isEmpty();
            assertThat(house.count("select count(*) from csv_import where finished_at is not null and done = " + rows)).isEqualTo(1);
        }
    }

    /** The mail server keeps both waiting for longer than they may: each job is taken up by the other node while it still runs. */
    @Test
    void job_outlives_its_lock() throws Exception {
        try (House house = new House(directory); Forwarder slow = Forwarder.to(house.mail.port())) {
            for (int i = 0; i < 2; i++) {
                Map<String, String> node = house.node();
                node.put("SPRING_MAIL_PORT", String.valueOf(slow.port()));
                node.put("CAMUNDA_BPM_JOBEXECUTION_LOCKTIMEINMILLIS", "2000");
                house.start(i);
            }
            house.desk(0).awaitHealthy(House.PATIENCE);
            house.desk(1).awaitHealthy(House.PATIENCE);
            house.hire();
            try (Clients clients = new Clients(2, SEED, house.addresses(), house.journal)) {
                for (int i = 0; i < 4; i++) {
                    clients.getAnswers(20);
                    slow.freeze();
                    Pause.millis(7_000);
                    slow.heal();
                }
            }
            List<Finding> findings = house.check();
            FaultReport.add("jobs that outlive their lock", SEED, "4 times 7 s without an answer of the mail server, lock 2 s", house, findings);
            assertThat(findings).isEmpty();
            assertThat(house.mailsTwice()).as("the other node waits for the message, and finds it sent").isZero();
        }
    }

    @Test
    void new_version_of_a_model_deployed_by_two_nodes_at_once_while_cases_run() throws Exception {
        try (House house = new House(directory)) {
            house.node();
            house.node();
            house.start(0).awaitHealthy(House.PATIENCE);
            house.start(1).awaitHealthy(House.PATIENCE);
            house.hire();
            work(house);
            List<String> newer = SoonStarted.java("-jar", withAnotherModel().toString());
            try (Clients clients = new Clients(2, SEED + 1, house.addresses(), house.journal)) {
                house.desk(0).kill();
                house.desk(1).kill();
                house.start(0, newer);
                house.start(1, newer);
                house.desk(0).awaitHealthy(House.PATIENCE);
                house.desk(1).awaitHealthy(House.PATIENCE);
                Awaitility.await().atMost(House.PATIENCE).until(() -> house.count("select count(*) from act_hi_procinst h join act_re_procdef d"
                        + " on d.id_ = h.proc_def_id_ where d.key_ = 'complaint-handling' and d.version_ = 2") > 0);
            }
            List<Finding> findings = house.check();
            FaultReport.add("new models deployed by two nodes at once", SEED, "1 deployment", house, findings);
            assertThat(findings).isEmpty();
            assertThat(house.count("select count(*) from act_re_deployment where name_ = 'complaint-desk'")).as("once, not once by each").isEqualTo(2);
            assertThat(house.count("select max(version_) from act_re_procdef")).isEqualTo(2);
        }
    }

    private void work(House house) throws Exception {
        try (Clients clients = new Clients(3, SEED, house.addresses(), house.journal)) {
            for (int answers = 0; answers < ANSWERS; answers += 20) {
                clients.getAnswers(20);
                house.timePasses(0.2);
            }
        }
    }

    private Path withAnotherModel() throws Exception {
        Path jar = Files.copy(PackagedDesk.JAR, directory.resolve("newer.jar"));
        try (FileSystem files = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
            Path model = files.getPath("BOOT-INF/classes/processes/complaint/handling.bpmn");
            String text = Files.readString(model);
            Files.writeString(model, text.replace("</bpmn:definitions>", "<!-- newer --></bpmn:definitions>"));
        }
        return jar;
    }
}
