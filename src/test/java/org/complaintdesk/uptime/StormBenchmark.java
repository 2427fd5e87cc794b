package org.complaintdesk.uptime;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.complaintdesk.bench.BareStorm;
import org.complaintdesk.bench.BenchReport;
import org.complaintdesk.bench.Verdict;
import org.complaintdesk.support.DeskFigures;
import org.complaintdesk.support.PackagedDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * How fast and in which order a desk works off what became due while it was down, on the packaged jar and a durable
 * PostgreSQL, for several settings of the job executor. {@code mvn -Pbench verify -Dit.test=StormBenchmark};
 * {@code -Dbench.storm=20000} cases, {@code -Dbench.executor=4/100/50,8/100/50} threads, queue and jobs per acquisition,
 * with {@code -} in front for an acquisition that does not heed priorities. Results: {@code target/bench/storm.md} and
 * {@code .json}.
 */
class StormBenchmark {

    private static final int CASES = Integer.getInteger("bench.storm", 20_000);
    private static final int TAKEN_IN = 250;
    private static final List<String> SETTINGS = List.of(System.getProperty("bench.executor", "4/100/50").split(","));
    private static final Duration OUTAGE = Duration.ofHours(8);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final String DUE = "select count(*) from act_ru_job"
            + " where type_ = 'timer' and retries_ > 0 and duedate_ <= localtimestamp";
    private static final String SUPERVISOR = "sue@shop.example";
    /** Nothing else is written to customers in a storm. */
    private static final String APOLOGY = ".*buyer.*";
    private static final String TO_SEND = "select count(*) from act_ru_job where type_ = 'message' and retries_ > 0";

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    @TempDir
    Path directory;

    @BeforeEach
    void openMailServer() {
        mail.start();
    }

    @AfterEach
    void closeMailServer() {
        mail.stop();
    }

    @Test
    void measure() throws Exception {
        List<Map<String, Object>> runs = new ArrayList<>();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on").start()) {
            JdbcClient server = JdbcClient.create(postgres.getTemplateDatabase());
            seed(postgres);
            for (String setting : SETTINGS) {
                server.sql("drop database if exists storm").update();
                // A copy of the files: every run begins with the very same cases.
                server.sql("create database storm template postgres").update();
                runs.add(measure(postgres, setting));
                DeskFigures.publish("storm", "Storm of %d due timers".formatted(CASES), runs);
            }
        }
        verdicts(runs.get(0), BareStorm.seconds(directory, CASES));
    }

    /** Bare Camunda's timers do nothing; its job executor is as it comes. */
    private static void verdicts(Map<String, Object> run, double bare) throws Exception {
        double worked = ((Number) run.get("worked off after s")).doubleValue();
        List<Verdict> verdicts = new ArrayList<>(List.of(Verdict.atMost(1, "%,d due timers, seconds".formatted(CASES), worked, bare)));
        Matcher urgent = Pattern.compile(", (\\d+) \\(").matcher(String.valueOf(run.get("P1 half, all after s")));
        if (urgent.find()) {
            verdicts.add(Verdict.atMost(0.1, "all P1 cases served, seconds of all", Double.parseDouble(urgent.group(1)), worked));
        }
        BenchReport.add("storm", "Storm of due timers", verdicts);
    }

    private void seed(EmbeddedPostgres postgres) throws Exception {
        // One connection for all: what is set for a session holds; none may be left when the database is copied.
        SingleConnectionDataSource connection =
                new SingleConnectionDataSource(postgres.getPostgresDatabase().getConnection(), true);
        JdbcClient database = JdbcClient.create(connection);
        Map<String, String> settings = PackagedDesk.settings(postgres, mail.getSmtp().getPort());
        settings.put("COMPLAINTDESK_IMPORT_LARGESTFILE", "100MB");
        long start = System.nanoTime();
        try (PackagedDesk desk = PackagedDesk.start(directory, settings, "-Xmx512m").awaitHealthy()) {
            desk.post("/engine-rest/user/create", """
                    {"profile": {"id": "sue", "firstName": "Sue", "lastName": "S", "email": "%s"},
                     "credentials": {"password": "a-password-of-hers"}}""".formatted(SUPERVISOR));
            assertThat(desk.put("/engine-rest/group/supervisors/members/sue").statusCode()).isEqualTo(204);
            StormCases.takeIn(desk, database, directory, Math.min(TAKEN_IN, CASES));
        }
        System.out.printf("%d cases taken in within %.0f s%n", Math.min(TAKEN_IN, CASES), DeskFigures.secondsSince(start));
        StormCopies.multiply(database, Math.max(1, CASES / TAKEN_IN));
        StormClocks.becameDueWithin(database, OUTAGE);
        database.sql("update heartbeat set at = now() - make_interval(secs => ?)").param((double) OUTAGE.toSeconds()).update();
        database.sql("analyze").update();
        connection.destroy();
    }

    private Map<String, Object> measure(EmbeddedPostgres postgres, String setting) throws Exception {
        JdbcClient database = JdbcClient.create(postgres.getDatabase("postgres", "storm"));
        mail.purgeEmailFromAllMailboxes();
        Path collections = Files.createDirectories(DeskFigures.RESULTS).toAbsolutePath().resolve("gc-storm.log");
        Files.deleteIfExists(collections);
        Map<String, String> settings = PackagedDesk.settings(postgres, mail.getSmtp().getPort());
        settings.put("SPRING_DATASOURCE_URL", postgres.getJdbcUrl("postgres", "storm"));
        settings.putAll(executor(setting));
        long due = database.sql(DUE).query(Long.class).single();
        long start = System.nanoTime();
        try (PackagedDesk desk = PackagedDesk.start(directory, settings, "-Xmx512m", "-Xlog:gc:file=" + collections)) {
            desk.awaitHealthy();
            double healthy = DeskFigures.secondsSince(start);
            Instant ready = Instant.now();
            long dueThen = database.sql(DUE).query(Long.class).single();
            try (Answering answering = Answering.of(desk)) {
                await(database, DUE);
                double worked = seconds(ready, Instant.now());
                await(database, TO_SEND);
                double sent = seconds(ready, Instant.now());
                Map<String, Object> run = new LinkedHashMap<>();
                run.put("threads/queue/jobs per acquisition", setting);
                run.put("load of the machine", DeskFigures.load());
                run.put("timers due", due);
                run.put("healthy after s", healthy);
                run.put("of these worked off by then", due - dueThen);
                run.put("worked off after s", worked);
                run.put("timers per second", Math.round(dueThen / worked));
                for (String severity : List.of("P1", "P2", "P3")) {
                    run.put(severity + " half, all after s", bySeverity(database, severity, ready));
                }
                run.put("mails sent after s", sent);
                run.put("apologies, customers who got one", "%d, %d".formatted(mails(APOLOGY), customers()));
                run.put("mails to the supervisor", mails(SUPERVISOR));
                run.put("raised twice", count(database, """
                        select count(*) from (select complaint_id from complaint_event where what = 'ESCALATED'
                         group by complaint_id having count(*) > 1) twice"""));
                run.put("late because of the outage",
                        count(database, "select count(*) from late_alarm where outage_id is not null"));
                run.put("failed jobs", count(database, "select count(*) from act_ru_job where retries_ = 0"));
                run.put("retried for optimistic locking", lines(desk, "OptimisticLocking"));
                run.putAll(answering.figures());
                run.put("CPU s of the desk", DeskFigures.cpu(desk).toSeconds());
                run.put("peak heap MB", DeskFigures.peakHeap(collections));
                run.put("peak heap after collection MB", DeskFigures.peakHeapAfterCollection(collections));
                run.put("peak resident MB", DeskFigures.peakResident(desk));
                return run;
            }
        }
    }

    private static Map<String, String> executor(String setting) {
        String[] parts = setting.replace("-", "").split("/");
        return Map.of("CAMUNDA_BPM_JOBEXECUTION_COREPOOLSIZE", parts[0], "CAMUNDA_BPM_JOBEXECUTION_MAXPOOLSIZE", parts[0],
                "CAMUNDA_BPM_JOBEXECUTION_QUEUECAPACITY", parts[1], "CAMUNDA_BPM_JOBEXECUTION_MAXJOBSPERACQUISITION", parts[2],
                "CAMUNDA_BPM_JOBEXECUTORACQUIREBYPRIORITY", String.valueOf(!setting.startsWith("-")));
    }

    private static void await(JdbcClient database, String jobs) {
        Awaitility.await().atMost(LONGEST).pollInterval(Duration.ofMillis(500)).until(() -> count(database, jobs) == 0);
    }

    private long mails(String recipient) {
        return recipients(recipient).count();
    }

    private long customers() {
        return recipients(APOLOGY).distinct().count();
    }

    private Stream<String> recipients(String pattern) {
        return Arrays.stream(mail.getReceivedMessages()).map(StormBenchmark::recipient).filter(to -> to.matches(pattern));
    }

    private static String recipient(MimeMessage message) {
        try {
            return message.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String bySeverity(JdbcClient database, String severity, Instant ready) {
        return database.sql("""
                        select coalesce(extract(epoch from percentile_disc(0.5) within group (order by e.at)), 0) as half,
                               coalesce(extract(epoch from max(e.at)), 0) as whole, count(*) as cases
                          from complaint_event e join complaint c on c.id = e.complaint_id
                         where e.what = 'ESCALATED' and c.severity = ?""").param(severity)
                .query((row, index) -> row.getLong("cases") == 0 ? "-" : "%.0f, %.0f (%d cases)".formatted(
                        row.getDouble("half") - ready.toEpochMilli() / 1e3, row.getDouble("whole") - ready.toEpochMilli() / 1e3,
                        row.getLong("cases"))).single();
    }

    private static long count(JdbcClient database, String sql) {
        return database.sql(sql).query(Long.class).single();
    }

    private static long lines(PackagedDesk desk, String word) throws Exception {
        return desk.output().lines().filter(line -> line.contains(word)).count();
    }

    private static double seconds(Instant from, Instant until) {
        return DeskFigures.round(Duration.between(from, until).toMillis() / 1e3);
    }
}
