package org.complaintdesk.bench;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.complaintdesk.bench.contender.Round;
import org.complaintdesk.support.DeskFigures;
import org.complaintdesk.support.PackagedDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Whole complaints through the network, with sign-in, on the packaged jar, taking turns with bare Camunda called through Java.
 * Whoever asks shares the machine's cores with the desk, the database and the mail server. {@code mvn -Pbench verify
 * -Dit.test=RestBenchmark}; {@code -Dbench.complaints=80 -Dbench.rounds=3 -Dbench.rest.clients=1,4 -Dbench.warmup=1000} are the
 * defaults. Results: {@code target/bench/rest.md} and {@code .json}.
 */
class RestBenchmark {

    private static final int COMPLAINTS = Integer.getInteger("bench.complaints", 80);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
    private static final int WARM_UP = Integer.getInteger("bench.warmup", 1_000);
    private static final List<Integer> CLIENTS = Stream.of(System.getProperty("bench.rest.clients", "1,4").split(","))
            .map(Integer::valueOf).toList();

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    @TempDir
    Path directory;

    @Test
    void measure() throws Exception {
        mail.start();
        try (DurablePostgres postgres = DurablePostgres.start();
             ContenderProcess bare = Contenders.CAMUNDA.start(postgres, directory, 0, false)) {
            Map<String, String> settings = PackagedDesk.settings(postgres.server(), mail.getSmtp().getPort());
            settings.put("COMPLAINTDESK_UPDATE_QUIETHOURS", "off");
            settings.put("COMPLAINTDESK_REQUESTS_PROGRAMSPERMINUTE", "1000000");
            try (PackagedDesk desk = PackagedDesk.start(directory, settings, "-Xms512m", "-Xmx512m").awaitHealthy()) {
                RestDesk rest = new RestDesk(URI.create(settings.get("COMPLAINTDESK_PUBLIC_URL")), desk,
                        JdbcClient.create(postgres.server().getPostgresDatabase()));
                new Round(rest).whole(4, WARM_UP);
                bare.order("whole 4 " + WARM_UP);
                measure(postgres, bare, desk, rest);
            }
        } finally {
            mail.stop();
        }
    }

    private void measure(DurablePostgres postgres, ContenderProcess bare, PackagedDesk desk, RestDesk rest) throws Exception {
        List<Map<String, Object>> runs = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        for (int clients : CLIENTS) {
            List<Map<String, Double>> ours = new ArrayList<>();
            List<Map<String, Double>> theirs = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                ours.add(Measured.round(postgres, () -> {
                    double cpu = DeskFigures.cpu(desk).toNanos() / 1e6;
                    Map<String, Double> figures = new LinkedHashMap<>(new Round(rest).whole(clients, COMPLAINTS));
                    figures.put("jvmCpuMillis", DeskFigures.cpu(desk).toNanos() / 1e6 - cpu);
                    return figures;
                }));
                mail.purgeEmailFromAllMailboxes();
                theirs.add(Measured.round(postgres, () -> bare.order("whole %d %d".formatted(clients, COMPLAINTS))));
            }
            Map<String, Double> median = Measured.median(ours);
            double beside = Measured.median(theirs).get("per second");
            Map<String, Object> run = new LinkedHashMap<>();
            run.put("clients", clients);
            run.put("bare Camunda through Java, per second", beside);
            run.put("resident MB under load", StartedJar.residentMegabytes(desk.process().pid()));
            run.putAll(median);
            runs.add(run);
            DeskFigures.publish("rest", "Whole complaints through REST", runs);
            verdicts.add(Verdict.atLeast(0.5, "whole complaint through REST with sign-in, per second, %d client%s"
                    .formatted(clients, clients == 1 ? "" : "s"), median.get("per second"), beside));
            BenchReport.add("rest", "Through REST, with sign-in", verdicts);
        }
    }
}
