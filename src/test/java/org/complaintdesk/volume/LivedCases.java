package org.complaintdesk.volume;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.springframework.core.io.ClassPathResource;

/** Takes the cases of the demo through a desk, from outside, each as far as it is told there or until it is closed. */
final class LivedCases {

    private static final String CLOSED = "Closed";
    private static final String FOLLOW_UP_DUE = "FollowUpDue";
    /** How the demo's cases go on when they are led to their end. */
    private static final Map<String, String> LATER = Map.of(
            "RecordCustomerAnswer", "{\"answer\": \"ACCEPTED\"}",
            "ExecuteSolution", "{\"executionReference\": \"TK-1\", \"executionNote\": \"已在商家后台提交。\"}",
            "FollowUpCustomer", "{\"satisfied\": \"YES\", \"score\": \"5\", \"followUpNote\": \"顾客满意。\"}");
    /** Those that come to their end by these steps. */
    private static final List<String> ENDING = List.of(CLOSED, "RecordCustomerAnswer", "FollowUpCustomer", "ConfirmRefund");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final VolumeDesk desk;
    private final Person lead;

    LivedCases(VolumeDesk desk) throws Exception {
        this.desk = desk;
        this.lead = desk.lead().signIn();
    }

    /** One at each stage of the demo, and some that are closed. */
    void live() throws Exception {
        for (JsonNode demo : demo()) {
            walk(demo, demo.path("stage").asText());
            if (ENDING.contains(demo.path("stage").asText())) {
                walk(demo, CLOSED);
            }
        }
        Awaitility.await().atMost(PATIENCE).until(() -> desk.database()
                .sql("select count(*) from act_ru_job where type_ = 'message'").query(Long.class).single() == 0);
    }

    /** One whole case, from its arrival to its end. */
    void liveOne() throws Exception {
        for (JsonNode demo : demo()) {
            if (demo.path("stage").asText().equals(CLOSED)) {
                walk(demo, CLOSED);
            }
        }
    }

    private static JsonNode demo() throws IOException {
        return JSON.readTree(new ClassPathResource("demo/complaints.json").getInputStream());
    }

    private void walk(JsonNode demo, String until) throws Exception {
        String number = lead.read("/api/complaints", arriving(demo)).path("number").asText();
        for (JsonNode next = next(number, until); next != null; next = next(number, until)) {
            String task = next.path("id").asText();
            lead.ask("/camunda/api/engine/engine/default/task/%s/claim".formatted(task), "{\"userId\": \"%s\"}".formatted(lead.name()));
            lead.ask("/camunda/api/engine/engine/default/task/%s/submit-form".formatted(task),
                    fields(next.path("taskDefinitionKey").asText(), demo).toString());
        }
    }

    private static String arriving(JsonNode demo) {
        ObjectNode complaint = demo.path("complaint").deepCopy();
        complaint.put("shop", VolumeDesk.SHOPS.get(0)).put("externalId", UUID.randomUUID().toString());
        complaint.put("occurredAt", Instant.now().minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS).toString());
        // Everybody is somebody else, so that no case is one customer's second.
        ObjectNode customer = (ObjectNode) complaint.path("customer");
        customer.put("platformId", UUID.randomUUID().toString().substring(0, 20));
        customer.remove("phone");
        if (customer.has("email")) {
            customer.put("email", UUID.randomUUID() + "@mail.example");
        }
        return complaint.toString();
    }

    /** @return the task that is open; null when the case has come to where it is to stay */
    private JsonNode next(String number, String until) {
        AtomicReference<JsonNode> found = new AtomicReference<>();
        Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20)).atMost(PATIENCE).until(() -> {
            JsonNode open = lead.read("/camunda/api/engine/engine/default/task?processInstanceBusinessKey=" + number);
            JsonNode tasks = open.isArray() ? open : open.path("_embedded").path("task");
            if (tasks.isEmpty()) {
                follow(number);
            }
            found.set(tasks.isEmpty() ? null : tasks.get(0));
            return !tasks.isEmpty() || hasEnded(number);
        });
        JsonNode task = found.get();
        return task == null || task.path("taskDefinitionKey").asText().equals(until) ? null : task;
    }

    private boolean hasEnded(String number) throws Exception {
        return desk.asAdmin("/engine-rest/process-instance/count?businessKey=" + number).path("count").asInt() == 0;
    }

    /** The days until the customer is asked whether all is well. */
    private void follow(String number) throws Exception {
        JsonNode flows = desk.asAdmin("/engine-rest/process-instance?businessKey=" + number);
        for (JsonNode flow : flows) {
            for (JsonNode job : desk.asAdmin("/engine-rest/job?timers=true&activityId=%s&processInstanceId=%s".formatted(FOLLOW_UP_DUE,
                    flow.path("id").asText()))) {
                desk.asAdmin("/engine-rest/job/%s/execute".formatted(job.path("id").asText()), "{}");
            }
        }
    }

    private static ObjectNode fields(String task, JsonNode demo) throws IOException {
        ObjectNode variables = JSON.createObjectNode();
        JsonNode step = demo.path("steps").path(task);
        if (task.equals("RecordComplaint")) {
            put(variables, "customerName", demo.path("complaint").path("customer").path("name"));
            put(variables, "email", demo.path("complaint").path("customer").path("email"));
            put(variables, "orderAmount", demo.path("orderAmount"));
        } else if (task.equals("ConfirmRefund")) {
            put(variables, "refundOutcome", JSON.getNodeFactory().textNode("PAID"));
            put(variables, "refundAmount", demo.path("steps").path("ProposeSolution").path("amount"));
            put(variables, "refundReference", JSON.getNodeFactory().textNode("FIN-1"));
        } else if (step.isMissingNode()) {
            step = JSON.readTree(LATER.getOrDefault(task, "{}"));
        }
        step.fields().forEachRemaining(field -> put(variables, field.getKey(), field.getValue()));
        return JSON.createObjectNode().set("variables", variables);
    }

    private static void put(ObjectNode variables, String name, JsonNode value) {
        variables.putObject(name).set("value", value.isMissingNode() ? null : value);
    }
}
