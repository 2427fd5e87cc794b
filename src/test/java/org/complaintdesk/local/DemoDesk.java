package org.complaintdesk.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.ComplaintQuery;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.review.NewReview;
import org.complaintdesk.review.ReviewNumber;
import org.complaintdesk.review.Reviews;
import org.springframework.data.domain.PageRequest;

/** The hands of the demo people: opens a case and does its tasks, as whoever would, until it waits at its stage. */
final class DemoDesk {

    private static final Map<String, String> PERSON = Map.of("agents", "amy", "supervisors", "sue", "managers", "max",
            "finance", "fay", "warehouse", "wes");

    private final Complaints complaints;
    private final Reviews reviews;
    private final ProcessEngine engine;
    private final ObjectMapper json;
    private final Clock clock;

    DemoDesk(Complaints complaints, Reviews reviews, ProcessEngine engine, ObjectMapper json, Clock clock) {
        this.complaints = complaints;
        this.reviews = reviews;
        this.engine = engine;
        this.json = json;
        this.clock = clock;
    }

    boolean hasCases() {
        return !complaints.search(ComplaintQuery.ALL, PageRequest.of(0, 1)).isEmpty();
    }

    ComplaintNumber open(DemoComplaint demo) {
        ComplaintNumber number = complaints.register(complaint(demo.request(clock))).number();
        for (String next = next(number.value(), "FollowUpDue"); !next.equals(demo.stage()); next = next(number.value(), "FollowUpDue")) {
            if (next.equals("FollowUpDue")) {
                pass(number.value(), next);
            } else {
                complete(number.value(), next, fields(next, demo));
            }
        }
        return number;
    }

    /** Opens it at the time it arrived, so that its deadlines are what they would be. */
    ReviewNumber open(DemoReview demo) {
        NewReview review = review(demo.request(clock));
        long ahead = ClockUtil.getCurrentTime().getTime() - System.currentTimeMillis();
        ClockUtil.offset(ahead - demo.arrived().toMillis());
        try {
            ReviewNumber number = reviews.register(review).number();
            for (String next = next(number.value(), "AwaitComplaint"); !next.equals(demo.stage()); next = next(number.value(), "AwaitComplaint")) {
                complete(number.value(), next, fields(next, demo));
            }
            return number;
        } finally {
            ClockUtil.offset(ahead);
        }
    }

    /** @param idle where a case waits that has no task for anybody */
    private String next(String number, String idle) {
        List<String> open = openTasks(number).stream().map(Task::getTaskDefinitionKey).sorted().toList();
        if (!open.isEmpty()) {
            return open.get(0);
        }
        return engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(number).count() > 0
                ? idle : "Closed";
    }

    private void pass(String number, String timer) {
        engine.getManagementService().createJobQuery().activityId(timer).list().stream()
                .filter(job -> isOf(number, job.getProcessInstanceId()))
                .forEach(job -> execute(job.getId()));
    }

    /** As the engine does it itself: a timer gives way to whoever is at the case, such as mail that has just been sent. */
    private void execute(String job) {
        Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20)).ignoreException(OptimisticLockingException.class)
                .until(() -> {
                    engine.getManagementService().executeJob(job);
                    return true;
                });
    }

    private void complete(String number, String key, Map<String, Object> fields) {
        Task task = openTasks(number).stream().filter(open -> open.getTaskDefinitionKey().equals(key)).findFirst().orElseThrow();
        String group = engine.getTaskService().getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId)
                .filter(PERSON::containsKey).findFirst().orElseThrow();
        engine.getTaskService().setAssignee(task.getId(), PERSON.get(group));
        engine.getIdentityService().setAuthentication(PERSON.get(group), List.of(group),
                engine.getIdentityService().createTenantQuery().list().stream().map(Tenant::getId).toList());
        try {
            engine.getFormService().submitTaskForm(task.getId(), fields);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private Map<String, Object> fields(String task, DemoComplaint demo) {
        Map<String, Object> fields = entered(demo.steps().path(task));
        if (task.equals("RecordComplaint")) {
            Stream.of("email", "phone", "platformId").forEach(name -> fields.put(name, text(demo.complaint().path("customer"), name)));
            fields.put("customerName", text(demo.complaint().path("customer"), "name"));
            fields.put("orderAmount", demo.orderAmount() == null ? null : demo.orderAmount().doubleValue());
        }
        return fields;
    }

    private Map<String, Object> fields(String task, DemoReview demo) {
        Map<String, Object> fields = entered(demo.steps().path(task));
        if (task.equals("RecordReviewOutcome")) {
            fields.put("repliedAt", clock.instant().minus(Duration.ofMinutes(1)).toString());
        }
        return fields;
    }

    private Map<String, Object> entered(JsonNode step) {
        Map<String, Object> fields = new HashMap<>();
        step.fieldNames().forEachRemaining(name -> fields.put(name, json.convertValue(step.get(name), Object.class)));
        return fields;
    }

    private List<Task> openTasks(String number) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).list();
    }

    private boolean isOf(String number, String instance) {
        return engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(instance)
                .processInstanceBusinessKey(number).count() == 1;
    }

    private static NewComplaint complaint(ObjectNode body) {
        return new NewComplaint(text(body, "shop"), Channel.valueOf(text(body, "channel")), text(body, "externalId"),
                text(body, "orderNumber"), null, text(body, "description"), Instant.parse(text(body, "occurredAt")),
                text(body, "desiredOutcome"), contact(body.path("customer")));
    }

    private static NewReview review(ObjectNode body) {
        return new NewReview(text(body, "shop"), Channel.valueOf(text(body, "platform")), text(body, "externalId"),
                text(body, "orderNumber"), text(body, "product"), body.path("rating").asInt(), text(body, "text"),
                Instant.parse(text(body, "postedAt")), contact(body.path("reviewer")));
    }

    private static Contact contact(JsonNode person) {
        return new Contact(text(person, "name"), text(person, "email"), text(person, "phone"), text(person, "platformId"));
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).isMissingNode() ? null : node.path(name).asText();
    }
}
