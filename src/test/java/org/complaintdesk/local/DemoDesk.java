package org.complaintdesk.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.ComplaintQuery;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.customer.Contact;
import org.springframework.data.domain.PageRequest;

/** The hands of the demo people: opens a complaint and does its tasks, as whoever would, until it waits at its stage. */
final class DemoDesk {

    private static final Map<String, String> PERSON = Map.of("agents", "amy", "supervisors", "sue", "managers", "max",
            "finance", "fay", "warehouse", "wes");

    private final Complaints complaints;
    private final ProcessEngine engine;
    private final ObjectMapper json;
    private final Clock clock;

    DemoDesk(Complaints complaints, ProcessEngine engine, ObjectMapper json, Clock clock) {
        this.complaints = complaints;
        this.engine = engine;
        this.json = json;
        this.clock = clock;
    }

    boolean hasCases() {
        return !complaints.search(new ComplaintQuery(null, null, null, null), PageRequest.of(0, 1)).isEmpty();
    }

    ComplaintNumber open(DemoComplaint demo) {
        ComplaintNumber number = complaints.register(complaint(demo.request(clock))).number();
        for (String next = next(number); !next.equals(demo.stage()); next = next(number)) {
            walk(number, next, demo);
        }
        return number;
    }

    private String next(ComplaintNumber number) {
        List<String> open = openTasks(number).stream().map(Task::getTaskDefinitionKey).sorted().toList();
        if (!open.isEmpty()) {
            return open.get(0);
        }
        return engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(number.value()).count() > 0
                ? "FollowUpDue" : "Closed";
    }

    private void walk(ComplaintNumber number, String next, DemoComplaint demo) {
        if (next.equals("FollowUpDue")) {
            engine.getManagementService().createJobQuery().activityId(next).list().stream()
                    .filter(job -> isOf(number, job.getProcessInstanceId()))
                    .forEach(job -> engine.getManagementService().executeJob(job.getId()));
            return;
        }
        Task task = openTasks(number).stream().filter(open -> open.getTaskDefinitionKey().equals(next)).findFirst().orElseThrow();
        String person = engine.getTaskService().getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId)
                .filter(PERSON::containsKey).map(PERSON::get).findFirst().orElseThrow();
        engine.getTaskService().setAssignee(task.getId(), person);
        engine.getIdentityService().setAuthenticatedUserId(person);
        try {
            engine.getFormService().submitTaskForm(task.getId(), fields(task, demo));
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private Map<String, Object> fields(Task task, DemoComplaint demo) {
        Map<String, Object> fields = new HashMap<>();
        if (task.getTaskDefinitionKey().equals("RecordComplaint")) {
            Stream.of("email", "phone", "platformId").forEach(name -> fields.put(name, text(demo.complaint().path("customer"), name)));
            fields.put("customerName", text(demo.complaint().path("customer"), "name"));
            fields.put("orderAmount", demo.orderAmount() == null ? null : demo.orderAmount().doubleValue());
        }
        JsonNode entered = demo.steps().path(task.getTaskDefinitionKey());
        entered.fieldNames().forEachRemaining(name -> fields.put(name, json.convertValue(entered.get(name), Object.class)));
        return fields;
    }

    private List<Task> openTasks(ComplaintNumber number) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number.value()).list();
    }

    private boolean isOf(ComplaintNumber number, String instance) {
        return engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(instance)
                .processInstanceBusinessKey(number.value()).count() == 1;
    }

    private static NewComplaint complaint(ObjectNode body) {
        JsonNode customer = body.path("customer");
        return new NewComplaint(text(body, "shop"), Channel.valueOf(text(body, "channel")), text(body, "externalId"),
                text(body, "orderNumber"), null, text(body, "description"), Instant.parse(text(body, "occurredAt")),
                text(body, "desiredOutcome"), new Contact(text(customer, "name"), text(customer, "email"),
                text(customer, "phone"), text(customer, "platformId")));
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).isMissingNode() ? null : node.path(name).asText();
    }
}
