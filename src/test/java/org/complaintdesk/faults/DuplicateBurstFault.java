package org.complaintdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.complaintdesk.faults.Checker.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The same complaint and the same review, many times at the same moment, at two nodes. */
class DuplicateBurstFault {

    private static final int BURSTS = Integer.getInteger("faults.bursts", 20);
    private static final int AT_ONCE = 16;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void burst_of_the_same_opens_one_case() throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
        try (House house = new House(directory)) {
            house.node();
            house.node();
            house.start(0);
            house.start(1).awaitHealthy(House.PATIENCE);
            house.desk(0).awaitHealthy(House.PATIENCE);
            house.hire();
            for (int burst = 0; burst < BURSTS; burst++) {
                String id = "D-" + burst;
                List<HttpResponse<String>> complaints = burst(senders, house, "/api/complaints", Map.of("shop", "示例旗舰店", "channel", "JD", "externalId", id,
                        "description", "瓶子碎了", "customer", Map.of("name", "王", "email", id + "@customer.example")));
                List<HttpResponse<String>> reviews = burst(senders, house, "/api/reviews", Map.of("shop", "示例旗舰店", "platform", "JD", "externalId", id,
                        "rating", 1, "text", "瓶子碎了", "postedAt", "2026-11-20T10:00:00+08:00", "reviewer", Map.of("name", "王")));
                for (List<HttpResponse<String>> answers : List.of(complaints, reviews)) {
                    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200, 201).containsOnlyOnce(201);
                    assertThat(answers).extracting(answer -> Caller.json(answer).path("number").asText()).containsOnly(Caller.json(answers.get(0)).path("number").asText());
                }
                house.journal.complaint("示例旗舰店", "JD", id, Caller.json(complaints.get(0)).path("number").asText());
                house.journal.review("JD", id, Caller.json(reviews.get(0)).path("number").asText());
            }
            List<Finding> findings = house.check();
            FaultReport.add("duplicates", 0, "%d bursts of %d complaints and %d reviews at two nodes".formatted(BURSTS, AT_ONCE, AT_ONCE), house, findings);
            assertThat(findings).isEmpty();
            assertThat(house.mailsTwice()).isZero();
        } finally {
            senders.shutdownNow();
        }
    }

    private static List<HttpResponse<String>> burst(ExecutorService senders, House house, String path, Map<String, Object> body) {
        return IntStream.range(0, AT_ONCE).mapToObj(i -> CompletableFuture.supplyAsync(() -> {
            try {
                return new Caller().post(house.addresses().get(i % 2) + path, body);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }, senders)).toList().stream().map(CompletableFuture::join).toList();
    }
}
