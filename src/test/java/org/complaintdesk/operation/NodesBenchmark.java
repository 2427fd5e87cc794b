package org.complaintdesk.operation;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.complaintdesk.support.DeskFigures;
import org.complaintdesk.support.PackagedDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a second node costs on the machine of the first: complaints through REST, read again, acknowledged by mail, with one
 * node and with two. {@code -Dbench.nodes.seconds}, {@code -Dbench.nodes.clients}, {@code -Dbench.nodes.rounds}.
 */
class NodesBenchmark {

    private static final int SECONDS = Integer.getInteger("bench.nodes.seconds", 30);
    private static final int CLIENTS = Integer.getInteger("bench.nodes.clients", 4);
    private static final int ROUNDS = Integer.getInteger("bench.nodes.rounds", 3);

    @TempDir
    Path directory;

    @Test
    void one_node_and_two() throws Exception {
        List<Map<String, Object>> runs = new ArrayList<>();
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on").setServerConfig("full_page_writes", "on").start();
                PackagedDesk first = start(postgres, mail); PackagedDesk second = start(postgres, mail)) {
            load(List.of(first, second));
            for (int round = 1; round <= ROUNDS; round++) {
                runs.add(measured(round, List.of(first)));
                runs.add(measured(round, List.of(first, second)));
            }
        } finally {
            mail.stop();
        }
        DeskFigures.publish("nodes", "One node and two on one machine", runs);
    }

    private PackagedDesk start(EmbeddedPostgres postgres, GreenMail mail) throws IOException {
        return PackagedDesk.start(directory, PackagedDesk.settings(postgres, mail.getSmtp().getPort()), "-Xmx512m").awaitHealthy();
    }

    private Map<String, Object> measured(int round, List<PackagedDesk> nodes) throws Exception {
        List<Duration> before = nodes.stream().map(DeskFigures::cpu).toList();
        int taken = load(nodes);
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("requests to", nodes.size() + (nodes.size() == 1 ? " node" : " nodes"));
        run.put("round", round);
        run.put("complaints a second", DeskFigures.round((double) taken / SECONDS));
        for (int i = 0; i < nodes.size(); i++) {
            run.put("CPU of node %d, ms a complaint".formatted(i + 1),
                    DeskFigures.cpu(nodes.get(i)).minus(before.get(i)).toMillis() / Math.max(1, taken));
        }
        run.putIfAbsent("CPU of node 2, ms a complaint", "–");
        run.put("load of the machine", DeskFigures.load());
        return run;
    }

    /** @return how many complaints were taken in */
    private int load(List<PackagedDesk> nodes) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        List<Future<Integer>> counts = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            int client = i;
            counts.add(clients.submit(() -> complainUntil(end, client, nodes)));
        }
        clients.shutdown();
        int taken = 0;
        for (Future<Integer> count : counts) {
            taken += count.get();
        }
        return taken;
    }

    private static int complainUntil(long end, int client, List<PackagedDesk> nodes) throws Exception {
        int taken = 0;
        while (System.nanoTime() < end) {
            PackagedDesk node = nodes.get((client + taken) % nodes.size());
            node.read(node.post("/api/complaints", """
                    {"shop": "某某旗舰店", "channel": "JD", "externalId": "%d-%d", "description": "瓶子碎了，外箱湿了",
                     "customer": {"name": "王先生", "email": "w%d-%d@customer.example"}}""".formatted(end, System.nanoTime(), client, taken))
                    .headers().firstValue("Location").orElseThrow());
            taken++;
        }
        return taken;
    }
}
