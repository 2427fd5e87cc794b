package org.complaintdesk.uptime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.cmd.UnlockJobCmd;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.complaint.NewComplaint;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.policy.Money;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/**
 * A small storm: the desk was down while 200 cases became due, and works through them as the engine hands it the jobs. With 20,000
 * and the engine's own threads: {@link StormBenchmark}.
 */
@DeskTest
class StormTests {

    private static final int CASES = 200;
    private static final int CUSTOMERS = 120;
    private static final List<String> PROBLEMS = List.of("物流太慢，等了一个星期", "扫码查询是假货，与官网信息不符",
            "收到时酒瓶全部碎了，整单漏光", "下单后降价，申请保价被拒绝");

    @Autowired
    private Complaints complaints;
    @Autowired
    private Heartbeat heartbeat;
    @Autowired
    private LateAlarms lateAlarms;
    @Autowired
    private ManagementService management;
    @Autowired
    private RuntimeService runtime;
    @Autowired
    private ProcessEngineConfigurationImpl engine;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private MockMvc browser;

    @AfterEach
    void time_runs_again() {
        ClockUtil.reset();
        jdbc.sql("delete from heartbeat").update();
    }

    @Test
    void what_became_due_while_the_desk_was_down_is_worked_off_by_severity_and_each_customer_hears_once() throws Exception {
        Instant before = Instant.now();
        ClockUtil.setCurrentTime(Date.from(before));
        String run = UUID.randomUUID().toString();
        List<String> cases = IntStream.range(0, CASES).mapToObj(i -> arrives(run, i)).toList();
        remindedOf(before.plus(Duration.ofHours(23)), cases);

        ClockUtil.setCurrentTime(Date.from(before.plus(Duration.ofHours(31))));
        jdbc.sql("insert into heartbeat (node, at) values ('a', now() - interval '8 hours')").update();
        heartbeat.beat("a");
        List<Job> due = due(cases);
        assertThat(due).hasSizeGreaterThanOrEqualTo(CASES);
        browser.perform(get("/actuator/health/readiness")).andExpect(status().isOk()).andExpect(jsonPath("$.status").value("UP"));

        List<Job> order = workOff(due);

        assertThat(order).extracting(Job::getPriority).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(order).extracting(Job::getPriority).contains(10L, 20L, 30L);
        assertThat(raised(cases)).hasSize(CASES).allSatisfy((number, times) -> assertThat(times).as(number).isEqualTo(1));
        assertThat(cases).allSatisfy(number -> assertThat(lateAlarms.of(number)).filteredOn(late -> late.level().equals("BREACH_1"))
                .extracting(LateAlarm::cause).containsOnly(LateCause.OUTAGE));
        assertThat(apologies(cases)).hasSize(CUSTOMERS).allMatch(times -> times == 1);
    }

    private String arrives(String run, int index) {
        int customer = index % CUSTOMERS;
        return complaints.register(new NewComplaint("风暴旗舰店", Channel.EMAIL, run + index, "TB" + index, Money.of("1299"),
                PROBLEMS.get(index % PROBLEMS.size()), null, "要求退款",
                new Contact("王小明", "c" + customer + "." + run + "@example.com", null, null))).number().value();
    }

    /** What comes before the outage comes in time. */
    private void remindedOf(Instant until, List<String> cases) {
        ClockUtil.setCurrentTime(Date.from(until));
        for (List<Job> due = due(cases); !due.isEmpty(); due = due(cases)) {
            due.forEach(job -> management.executeJob(job.getId()));
        }
    }

    private List<Job> due(List<String> cases) {
        Date now = ClockUtil.getCurrentTime();
        return cases.stream().flatMap(number -> runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).list().stream())
                .flatMap(flow -> management.createJobQuery().processInstanceId(flow.getId()).timers()
                        .duedateLowerThan(new Date(now.getTime() + 1)).list().stream()).toList();
    }

    /** Takes jobs as a node's acquisition does, page by page; those of other tests are put back. */
    private List<Job> workOff(List<Job> due) {
        Map<String, Job> open = new LinkedHashMap<>();
        due.forEach(job -> open.put(job.getId(), job));
        List<Job> order = new ArrayList<>();
        List<String> others = new ArrayList<>();
        while (!open.isEmpty()) {
            List<String> page = engine.getCommandExecutorTxRequired().execute(new AcquireJobsCmd(engine.getJobExecutor()))
                    .getJobIdBatches().stream().flatMap(List::stream).toList();
            assertThat(page).as("jobs while %d of the storm's are left", open.size()).isNotEmpty();
            for (String id : page) {
                if (open.containsKey(id)) {
                    order.add(open.remove(id));
                    management.executeJob(id);
                } else {
                    others.add(id);
                }
            }
        }
        others.forEach(id -> engine.getCommandExecutorTxRequired().execute(new UnlockJobCmd(id)));
        return order;
    }

    private Map<String, Integer> raised(List<String> cases) {
        Map<String, Integer> raised = new LinkedHashMap<>();
        jdbc.sql("""
                        select c.case_number, count(*) as times from clock_alarm a join case_clock c on c.id = a.clock_id
                         where c.name = 'SETTLEMENT' and a.level = 'BREACH_1' and c.case_number in (:cases) group by 1""")
                .param("cases", Set.copyOf(cases)).query(row -> {
                    raised.put(row.getString("case_number"), row.getInt("times"));
                });
        return raised;
    }

    /** @return how often each customer is told, over all their cases */
    private List<Integer> apologies(List<String> cases) {
        return jdbc.sql("""
                        select count(*) from customer_update
                         where kind = 'DELAY_APOLOGY' and audience = 'CUSTOMER' and state <> 'KEPT' and case_number in (:cases)
                         group by customer_id""").param("cases", Set.copyOf(cases)).query(Integer.class).list();
    }
}
