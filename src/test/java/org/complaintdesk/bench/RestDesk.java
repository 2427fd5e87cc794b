package org.complaintdesk.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.complaintdesk.bench.contender.Contender;
import org.complaintdesk.support.PackagedDesk;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The packaged desk through the network: intake by {@code /api}, tasks by the engine's REST, HTTP Basic with each request.
 * A supervisor's program lets the follow-up fall due.
 */
final class RestDesk implements Contender {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "a-password-of-theirs-7";
    private static final Map<String, String> PEOPLE = Map.of("ben", "agents", "sue", "supervisors");
    private static final int CONFLICT_TRIES = 10;
    private static final Map<String, Map<String, Object>> TASKS = tasks();

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;
    private final JdbcClient database;
    private final AtomicLong again = new AtomicLong();

    RestDesk(URI address, PackagedDesk desk, JdbcClient database) throws Exception {
        this.address = address;
        this.database = database;
        for (Map.Entry<String, String> person : PEOPLE.entrySet()) {
            desk.post("/engine-rest/user/create", """
                    {"profile": {"id": "%1$s", "firstName": "%1$s", "lastName": "Bench"}, "credentials": {"password": "%2$s"}}"""
                    .formatted(person.getKey(), PASSWORD));
            if (desk.put("/engine-rest/group/%s/members/%s".formatted(person.getValue(), person.getKey())).statusCode() != 204) {
                throw new IllegalStateException(person + " cannot be employed");
            }
        }
    }

    private static Map<String, Map<String, Object>> tasks() {
        Map<String, Map<String, Object>> tasks = new LinkedHashMap<>();
        tasks.put("RecordComplaint", Map.of("customerName", "王小明", "phone", "13800005678"));
        tasks.put("DiagnoseProblem", Map.of("nextStep", "DIAGNOSED", "category", "LATE_DISPATCH", "severity", "P2",
                "responsibleParty", "COURIER", "priority", 60, "rootCause", "快递分拣时延误"));
        tasks.put("ProposeSolution", Map.of("proposalStep", "PROPOSE", "remedy", "COUPON", "amount", 50,
                "explanation", "经核实，确有此事。"));
        tasks.put("RecordCustomerAnswer", Map.of("answer", "ACCEPTED"));
        tasks.put("ExecuteSolution", Map.of("executionNote", "已在后台办理", "executionReference", "RF-1"));
        tasks.put("FollowUpCustomer", Map.of("satisfied", "YES", "score", 5));
        return tasks;
    }

    @Override
    public String starts(Watch watch) {
        String[] number = new String[1];
        String unique = UUID.randomUUID().toString();
        watch.step("intake", () -> number[0] = post("ben", "/api/complaints", Map.of("shop", "醉卿酒业旗舰店", "channel", "EMAIL",
                "externalId", unique, "orderNumber", "TB20261121001", "orderAmount", 399,
                "description", "收到的酒瓶破损，酒都漏光了，外箱也是湿的。", "desiredOutcome", "要求退款",
                "customer", Map.of("name", "王小明", "email", unique + "@example.com", "phone", "13800005678"))).path("number").asText());
        return number[0];
    }

    @Override
    public void goesThrough(String number, Watch watch) {
        TASKS.forEach((key, fields) -> {
            if (key.equals("FollowUpCustomer")) {
                String flow = first("sue", "/engine-rest/process-instance?processDefinitionKey=complaint-handling&businessKey=" + number);
                String job = first("sue", "/engine-rest/job?activityId=FollowUpDue&processInstanceId=" + flow);
                watch.step("follow-up falls due", () -> post("sue", "/engine-rest/job/" + job + "/execute", Map.of()));
            }
            String task = first("ben", "/engine-rest/task?processInstanceBusinessKey=%s&taskDefinitionKey=%s".formatted(number, key));
            Map<String, Object> variables = new LinkedHashMap<>();
            fields.forEach((name, value) -> variables.put(name, Map.of("value", value)));
            watch.step("claim " + key, () -> post("ben", "/engine-rest/task/" + task + "/claim", Map.of("userId", "ben")));
            watch.step("complete " + key, () -> post("ben", "/engine-rest/task/" + task + "/submit-form",
                    Map.of("variables", variables)));
        });
    }

    /** @return the id of the first that is found */
    private String first(String person, String path) {
        JsonNode found = send(person, HttpRequest.newBuilder(address.resolve(path)));
        if (found.isEmpty()) {
            throw new IllegalStateException("Nothing found by " + person + " at " + path);
        }
        return found.get(0).path("id").asText();
    }

    private JsonNode post(String person, String path, Map<String, ?> body) {
        try {
            return send(person, HttpRequest.newBuilder(address.resolve(path)).header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends it again when a mail's job has changed the same meanwhile. */
    private JsonNode send(String person, HttpRequest.Builder request) {
        HttpRequest signed = request.header("Authorization", "Basic " + Base64.getEncoder()
                .encodeToString((person + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8))).build();
        try {
            HttpResponse<String> answer = http.send(signed, HttpResponse.BodyHandlers.ofString());
            for (int i = 0; i < CONFLICT_TRIES && isConflict(answer); i++) {
                again.incrementAndGet();
                answer = http.send(signed, HttpResponse.BodyHandlers.ofString());
            }
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(signed + " " + answer.statusCode() + " " + answer.body());
            }
            return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The engine answers 404 when a job's case was just worked on, as when there is no such job. */
    private static boolean isConflict(HttpResponse<String> answer) {
        return answer.statusCode() == 409 || answer.statusCode() == 404 && answer.body().contains("InvalidRequestException")
                || answer.statusCode() == 500 && answer.body().contains("OptimisticLocking");
    }

    @Override
    public boolean isQuiet() {
        return database.sql("select count(*) from act_ru_job where type_ = 'message' and retries_ > 0").query(Long.class)
                .single() == 0;
    }

    @Override
    public long again() {
        return again.get();
    }

    @Override
    public void close() {
    }
}
