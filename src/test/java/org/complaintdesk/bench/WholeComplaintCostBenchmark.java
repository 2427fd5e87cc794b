package org.complaintdesk.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.complaintdesk.support.DeskFigures;
import org.complaintdesk.support.DeskTest;
import org.complaintdesk.support.SqlCounts;
import org.complaintdesk.support.WholeComplaint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What one whole complaint costs in statements, round trips, commits and log of the database, by step, and which statements
 * those are. Counts, so the machine may be busy; the log is counted without the images of whole pages, for how many of those
 * there are depends on when the database made its last checkpoint. {@code mvn -Pbench verify
 * -Dit.test=WholeComplaintCostBenchmark} or, without a package, {@code mvn test -Dtest=WholeComplaintCostBenchmark}; {@code -Dbench.counted=20 -Dbench.statements=40} are the
 * defaults. Results: {@code target/bench/whole-complaint-cost-*.md}.
 */
@DeskTest
class WholeComplaintCostBenchmark {

    private static final int WARM_UP = Integer.getInteger("bench.counted.warmup", 10);
    private static final int COUNTED = Integer.getInteger("bench.counted", 20);
    private static final Pattern TABLE = Pattern.compile("(?i)\\b(?:from|into|update)\\s+\"?([a-z]+_[a-z_]+|complaint|customer|review)\\b");
    private static final int STATEMENTS = Integer.getInteger("bench.statements", 40);

    @Autowired WholeComplaint complaint;
    @Autowired JdbcClient jdbc;

    /** What one kind of step cost, over all complaints. */
    private static final class Cost {

        private final SqlCounts sql = SqlCounts.ofThisThread();
        private long times;
        private long logBytes;
    }

    @BeforeEach
    void logChangesOnly() {
        pageImages("off");
    }

    @AfterEach
    void logAsUsual() {
        pageImages("on");
    }

    private void pageImages(String onOrOff) {
        jdbc.sql("alter system set full_page_writes = " + onOrOff).update();
        jdbc.sql("select pg_reload_conf()").query(Boolean.class).single();
    }

    @ParameterizedTest
    @EnumSource
    void count(WholeComplaint.Kind kind) throws IOException {
        for (int i = 0; i < WARM_UP; i++) {
            complaint.lives(kind, (step, work) -> work.run());
        }
        Map<String, Cost> steps = new LinkedHashMap<>();
        Cost all = new Cost();
        SqlCounts itself = SqlCounts.ofThisThread();
        for (int i = 0; i < COUNTED; i++) {
            complaint.lives(kind, (step, work) -> {
                Cost cost = steps.computeIfAbsent(step, first -> new Cost());
                long before = log();
                Runnable counted = () -> all.sql.during(() -> cost.sql.during(work));
                if (step.equals(WholeComplaint.MAIL)) {
                    counted.run();
                } else {
                    itself.during(counted);
                }
                long bytes = log() - before;
                cost.times++;
                cost.logBytes += bytes;
                all.logBytes += bytes;
            });
        }
        all.times = COUNTED;
        publish(kind, steps, all, itself);
    }

    private void publish(WholeComplaint.Kind kind, Map<String, Cost> steps, Cost all, SqlCounts itself) throws IOException {
        StringBuilder report = new StringBuilder("""
                # One complaint that ends with a %s

                Mean of %d complaints, after %d to warm up. A mail's figures stand for all mails of one complaint.

                | step | times | statements | round trips | commits | of these wrote | log, KB |
                |---|--:|--:|--:|--:|--:|--:|
                """.formatted(kind.name().toLowerCase(Locale.ROOT), COUNTED, WARM_UP));
        steps.forEach((name, cost) -> report.append(row(name, cost)));
        report.append(row("**all**", all));
        report.append("\nWithout mails: %.1f statements, %.1f round trips, %.1f write commits%n".formatted(itself.statements() / (double) COUNTED,
                itself.roundTrips() / (double) COUNTED, itself.writeCommits() / (double) COUNTED));
        report.append("\n| table, without mails | read | written |\n|---|--:|--:|\n").append(byTable(itself));
        report.append("\n| times in one complaint, without mails | statement |\n|--:|---|\n");
        itself.texts().stream().limit(STATEMENTS).forEach(said -> report.append("| %.1f | `%s` |%n"
                .formatted(said.times() / (double) COUNTED, shortened(said.text()))));
        Files.createDirectories(DeskFigures.RESULTS);
        Files.writeString(DeskFigures.RESULTS.resolve("whole-complaint-cost-%s.md"
                .formatted(kind.name().toLowerCase(Locale.ROOT))), report);
        System.out.println(report);
    }

    private static String row(String name, Cost cost) {
        double of = COUNTED;
        return "| %s | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |%n".formatted(name, cost.times / of, cost.sql.statements() / of,
                cost.sql.roundTrips() / of, cost.sql.commits() / of, cost.sql.writeCommits() / of, cost.logBytes / of / 1_000);
    }

    /** By the first table that a statement names. */
    private static String byTable(SqlCounts counts) {
        Map<String, double[]> tables = new TreeMap<>();
        for (SqlCounts.Said said : counts.texts()) {
            Matcher named = TABLE.matcher(said.text());
            String table = named.find() ? named.group(1).toLowerCase(Locale.ROOT) : "none";
            boolean reads = said.text().stripLeading().toLowerCase(Locale.ROOT).startsWith("select");
            tables.computeIfAbsent(table, first -> new double[2])[reads ? 0 : 1] += said.times() / (double) COUNTED;
        }
        StringBuilder lines = new StringBuilder();
        tables.forEach((table, times) -> lines.append("| %s | %.1f | %.1f |%n".formatted(table, times[0], times[1])));
        return lines.toString();
    }

    private static String shortened(String text) {
        return (text.length() > 200 ? text.substring(0, 200) + "…" : text).replace("|", "\\|").replace("`", "'");
    }

    /** @return how far the database's log has been written, in bytes */
    private long log() {
        return jdbc.sql("select pg_current_wal_insert_lsn() - '0/0'::pg_lsn").query(Long.class).single();
    }
}
