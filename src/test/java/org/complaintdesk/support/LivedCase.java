package org.complaintdesk.support;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.Closing;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.CustomerMessage;
import org.complaintdesk.complaint.CustomerRequests;
import org.complaintdesk.complaint.FirstResponse;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.policy.Money;
import org.springframework.stereotype.Component;

/** A case of the running desk, told in words: {@code arrives}, {@code proposes}, {@code writes} … */
@Component
public class LivedCase {

    private final CaseDriver desk;
    private final Complaints complaints;
    private final CustomerRequests customer;
    private final IdentityService identity;
    private final ManagementService management;
    private final RuntimeService runtime;
    private ComplaintNumber number;

    LivedCase(CaseDriver desk, Complaints complaints, CustomerRequests customer, IdentityService identity,
              ManagementService management, RuntimeService runtime) {
        this.desk = desk;
        this.complaints = complaints;
        this.customer = customer;
        this.identity = identity;
        this.management = management;
        this.runtime = runtime;
    }

    public ComplaintNumber number() {
        return number;
    }

    /** A complaint that happened three days before it arrives. */
    public void arrives(Instant at, String shop) {
        ClockUtil.setCurrentTime(Date.from(at));
        number = desk.arrives(new NewComplaint(shop, Channel.EMAIL, UUID.randomUUID().toString(), "TB1", Money.of("399"),
                "收到的酒瓶破损，酒都漏光了。", at.minus(Duration.ofDays(3)), "要求退款",
                new Contact("王小明", UUID.randomUUID() + "@example.com", "13800005678", null)));
        desk.deliver(number);
    }

    /** Time passes for it, from timer to timer; at the moment itself everything that is due has run. */
    public void lives(Instant until) {
        desk.timePasses(number, Duration.between(ClockUtil.getCurrentTime().toInstant(), until));
    }

    /** The same, but at the moment itself nothing has run yet: a person is about to be quicker. */
    public void livesUpTo(Instant until) {
        lives(until.minusMillis(1));
        ClockUtil.setCurrentTime(Date.from(until));
    }

    public void happens(String word) {
        switch (word) {
            case "records" -> desk.complete(number, "RecordComplaint", "customerName", "王小明", "email",
                    UUID.randomUUID() + "@example.com", "phone", "13800005678");
            case "diagnoses" -> desk.diagnose(number);
            case "diagnosesP1" -> diagnose("DIAGNOSED", "P1");
            case "asksForEvidence" -> {
                diagnose("EVIDENCE", "P2");
                desk.deliver(number);
            }
            case "customerSendsEvidence" -> customer.provideEvidence(number, "照片在这里", List.of(), UUID.randomUUID().toString());
            case "proposes" -> proposes();
            case "customerWrites" -> customer.write(number, CustomerMessage.onPage("怎么样了？", UUID.randomUUID().toString(), List.of()));
            case "answers" -> desk.complete(number, "ReadCustomerMessage", "letterAnswer", "ANSWER", "answerText", "今天内给您答复。");
            case "calls" -> calls();
            case "settles" -> settles();
            case "customerIsNotSatisfied" -> desk.complete(number, "FollowUpCustomer", "satisfied", "NO", "score", 2,
                    "followUpNote", "又漏了");
            case "closes" -> complaints.endEarly(number, Closing.UNREACHABLE, "多次联系不上");
            case "twoNodesFire" -> twoNodesFire();
            default -> throw new IllegalArgumentException(word);
        }
    }

    private void diagnose(String nextStep, String severity) {
        desk.complete(number, "DiagnoseProblem", "nextStep", nextStep, "category", "DAMAGED_IN_TRANSIT", "severity", severity,
                "responsibleParty", "COURIER", "priority", 60, "rootCause", "快递分拣时摔落", "evidenceWanted", "请拍摄瓶身和外箱照片");
    }

    private void proposes() {
        desk.propose(number, "REFUND", 99);
        if (desk.isOpen(number, "ApproveSolution")) {
            desk.complete(number, "ApproveSolution", "approval", "APPROVE");
        }
        desk.deliver(number);
    }

    private void calls() {
        try {
            identity.setAuthentication("ben", List.of("agents"));
            complaints.firstResponse(number, new FirstResponse(FirstResponse.Via.PHONE, "已致电致歉", null));
        } finally {
            identity.clearAuthentication();
        }
    }

    private void settles() {
        desk.complete(number, "RecordCustomerAnswer", "answer", "ACCEPTED");
        desk.complete(number, "ExecuteSolution", "executionNote", "已在后台提交退款", "executionReference", "RF-1");
        desk.complete(number, "ConfirmRefund", "refundOutcome", "PAID", "refundAmount", 99, "refundReference", "FIN-1");
    }

    /** Two nodes take up every timer of the case that is due, at the same moment. */
    private void twoNodesFire() {
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            for (Job job : due()) {
                CyclicBarrier together = new CyclicBarrier(2);
                List<Future<?>> both = Stream.of("a", "b").<Future<?>>map(node -> nodes.submit(() -> fire(job, together))).toList();
                for (Future<?> one : both) {
                    one.get();
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            nodes.shutdown();
        }
    }

    private List<Job> due() {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(number.value()).list().stream()
                .flatMap(flow -> management.createJobQuery().processInstanceId(flow.getId()).timers()
                        .duedateLowerThan(new Date(ClockUtil.getCurrentTime().getTime() + 1)).list().stream()).toList();
    }

    private Void fire(Job job, CyclicBarrier together) throws Exception {
        together.await();
        try {
            management.executeJob(job.getId());
        } catch (OptimisticLockingException | NullValueException slower) {
            // The other node was quicker; the engine takes back what this one did.
        }
        return null;
    }
}
