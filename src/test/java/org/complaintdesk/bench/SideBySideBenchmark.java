package org.complaintdesk.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.complaintdesk.support.DeskFigures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The desk beside bare Camunda, Operaton and Flowable on one freshly started, durable PostgreSQL: what a whole complaint and
 * the intake of one cost, and how fast they go, in rounds that take turns. {@code mvn -Pbench verify
 * -Dit.test=SideBySideBenchmark}; {@code -Dbench.complaints=80 -Dbench.intake=200 -Dbench.rounds=3 -Dbench.clients=1,2,4,8
 * -Dbench.warmup=1000 -Dbench.counted=40} are the defaults, {@code -Dbench.contenders=CAMUNDA,DESK} for trials,
 * {@code -Dbench.kind=REFUND} for a complaint with seven tasks. Results: {@code target/bench/side-by-side.md} and {@code .json}.
 */
class SideBySideBenchmark {

    private static final int COMPLAINTS = Integer.getInteger("bench.complaints", 80);
    private static final int INTAKE = Integer.getInteger("bench.intake", 200);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int WARM_UP = Integer.getInteger("bench.warmup", 1_000);
    private static final int COUNTED = Integer.getInteger("bench.counted", 40);
    private static final int PGBENCH_SECONDS = Integer.getInteger("bench.pgbench", 3);
    private static final int PEOPLE_AT_WORK = 4;
    private static final List<Integer> CLIENTS = Stream.of(System.getProperty("bench.clients", "1,2,4,8").split(","))
            .map(Integer::valueOf).toList();
    private static final List<Contenders> CONTENDERS = Stream.of(System.getProperty("bench.contenders",
            "CAMUNDA,TUNED,OPERATON,FLOWABLE,DESK").split(",")).map(Contenders::valueOf).toList();

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final Map<Contenders, Map<String, Double>> counts = new EnumMap<>(Contenders.class);
    private final Map<Contenders, Map<Integer, List<Map<String, Double>>>> whole = new EnumMap<>(Contenders.class);
    private final Map<Contenders, Map<Integer, List<Map<String, Double>>>> intake = new EnumMap<>(Contenders.class);
    private final Map<Integer, List<Double>> limit = new LinkedHashMap<>();
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
        try (DurablePostgres postgres = DurablePostgres.start()) {
            count(postgres);
        }
        publish();
        try (DurablePostgres postgres = DurablePostgres.start()) {
            Map<Contenders, ContenderProcess> running = new EnumMap<>(Contenders.class);
            try {
                for (Contenders contender : CONTENDERS) {
                    running.put(contender, contender.start(postgres, directory, mail.getSmtp().getPort(), false));
                }
                time(postgres, running);
            } finally {
                for (ContenderProcess process : running.values()) {
                    process.close();
                }
            }
        }
        publish();
    }

    /** One after the other, so that nobody is heard but the one whose turn it is. */
    private void count(DurablePostgres postgres) throws Exception {
        for (Contenders contender : CONTENDERS) {
            try (ContenderProcess process = contender.start(postgres, directory, mail.getSmtp().getPort(), true)) {
                process.order("whole 1 " + COUNTED);
                mail.purgeEmailFromAllMailboxes();
                long before = messages(postgres, contender);
                Map<String, Double> figures = process.order("count " + COUNTED);
                figures.put("messages", (messages(postgres, contender) - before) / (double) COUNTED);
                figures.put("mails", mail.getReceivedMessages().length / (double) COUNTED);
                counts.put(contender, figures);
                System.out.println("BENCH counted " + contender + " " + figures);
            }
        }
    }

    /** Not all become mails: a survey is taken back when the agent asks the customer first. */
    private static long messages(DurablePostgres postgres, Contenders contender) {
        return contender != Contenders.DESK ? 0 : JdbcClient.create(postgres.server().getDatabase("postgres", contender.database()))
                .sql("select count(*) from customer_update").query(Long.class).single();
    }

    private void time(DurablePostgres postgres, Map<Contenders, ContenderProcess> running) throws Exception {
        for (Contenders contender : CONTENDERS) {
            running.get(contender).order("whole " + PEOPLE_AT_WORK + " " + WARM_UP);
            postgres.analyze(contender.database());
            System.out.println("BENCH warm " + contender);
        }
        PgBench pgbench = PgBench.isInstalled() ? new PgBench(postgres, directory) : null;
        for (int clients : CLIENTS) {
            for (int round = 0; round < ROUNDS; round++) {
                for (Contenders contender : inTurn(round)) {
                    round(postgres, running, contender, clients, "whole", COMPLAINTS, whole);
                }
            }
        }
        for (int clients : CLIENTS) {
            for (int round = 0; round < ROUNDS; round++) {
                for (Contenders contender : inTurn(round)) {
                    round(postgres, running, contender, clients, "intake", INTAKE, intake);
                }
                if (pgbench != null) {
                    limit.computeIfAbsent(clients, first -> new ArrayList<>())
                            .add(pgbench.perSecond(clients, PGBENCH_SECONDS));
                }
            }
        }
    }

    private void round(DurablePostgres postgres, Map<Contenders, ContenderProcess> running, Contenders contender, int clients,
                       String order, int complaints, Map<Contenders, Map<Integer, List<Map<String, Double>>>> results)
            throws Exception {
        Map<String, Double> figures = Measured.round(postgres,
                () -> running.get(contender).order("%s %d %d".formatted(order, clients, complaints)));
        mail.purgeEmailFromAllMailboxes();
        results.computeIfAbsent(contender, first -> new LinkedHashMap<>())
                .computeIfAbsent(clients, first -> new ArrayList<>()).add(figures);
        System.out.printf("BENCH %s, %d clients, %s: %.1f/s, %.0f ms CPU each, %.1f %% stolen%n", order, clients, contender,
                figures.get("per second"), figures.get("CPU ms each"), figures.get("stolen %"));
    }

    /** @return all of them, another one first in each round */
    private static List<Contenders> inTurn(int round) {
        List<Contenders> order = new ArrayList<>(CONTENDERS);
        Collections.rotate(order, -round);
        return order;
    }

    private void publish() throws IOException {
        Files.createDirectories(DeskFigures.RESULTS);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("machine", Machine.described());
        all.put("counted", counts);
        all.put("whole complaint", whole);
        all.put("intake", intake);
        all.put("pgbench, inserts and commits per second", limit);
        new ObjectMapper().writerWithDefaultPrettyPrinter()
                .writeValue(DeskFigures.RESULTS.resolve("side-by-side.json").toFile(), all);
        String report = new SideBySideReport(CONTENDERS, counts, whole, intake, limit).written(COMPLAINTS, INTAKE, ROUNDS);
        Files.writeString(DeskFigures.RESULTS.resolve("side-by-side.md"), report);
        System.out.println(report);
        BenchReport.add("side-by-side", "The desk beside bare engines", new SideBySideVerdicts(counts, whole, intake).all());
    }
}
