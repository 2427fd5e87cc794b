package org.complaintdesk.uptime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.cmd.UnlockJobCmd;
import org.camunda.bpm.engine.impl.util.ClockUtil;
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
 * A small storm: the desk was down while 200 cases became due, and works through them as the engine hands it the jobs. With
 * 20,000 and the engine's own threads: {@link StormBenchmark}.
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

        ClockUtil.setCurrentTime(Date.from(before.plus(Duration.ofHours(31))));
        jdbc.sql("insert into heartbeat (node, at) values ('a', now() - interval '8 hours')").update();
        heartbeat.beat("a");
        Map<String, Integer> due = due(cases);
        assertThat(due).hasSizeGreaterThanOrEqualTo(CASES);
        browser.perform(get("/actuator/health/readiness")).andExpect(status().isOk()).andExpect(jsonPath("$.status").value("UP"));

        List<List<Integer>> pages = workOff(due);

        assertThat(pages).hasSizeGreaterThan(2).flatExtracting(page -> page).contains(10, 20, 30);
        assertThat(pages).isSortedAccordingTo(StormTests::moreUrgentFirst);
        assertThat(raised(cases)).hasSize(CASES).allSatisfy((number, times) -> assertThat(times).as(number).isEqualTo(1));
        assertThat(cases).allSatisfy(number -> assertThat(lateAlarms.of(number))
                .filteredOn(late -> late.clock().equals("SETTLEMENT") && late.level().equals("BREACH_1"))
                .extracting(LateAlarm::cause).containsExactly(LateCause.OUTAGE));
        assertThat(apologies(cases)).hasSize(CUSTOMERS).allMatch(times -> times == 1);
    }

    private String arrives(String run, int index) {
        int customer = index % CUSTOMERS;
        return complaints.register(new NewComplaint("风暴旗舰店", Channel.EMAIL, run + index, "TB" + index, Money.of("1299"),
                PROBLEMS.get(index % PROBLEMS.size()), null, "要求退款",
                new Contact("王小明", "c" + customer + "." + run + "@example.com", null, null))).number().value();
    }

    /** @return the timers of the cases that are due, and their priorities */
    private Map<String, Integer> due(List<String> cases) {
        Map<String, Integer> due = new LinkedHashMap<>();
        jdbc.sql("""
                        select job.id_, job.priority_ from act_ru_job job
                          join act_ru_execution flow on flow.id_ = job.process_instance_id_
                         where job.type_ = 'timer' and job.duedate_ <= :now and flow.business_key_ in (:cases)""")
                .param("now", new Timestamp(ClockUtil.getCurrentTime().getTime())).param("cases", Set.copyOf(cases))
                .query(row -> {
                    due.put(row.getString(1), row.getInt(2));
                });
        return due;
    }

    /**
     * Takes jobs as a node's acquisition does, page by page; those of other tests are put back.
     *
     * @return the priorities of each page; within a page the engine's threads take what they get
     */
    private List<List<Integer>> workOff(Map<String, Integer> due) {
        Map<String, Integer> open = new LinkedHashMap<>(due);
        List<List<Integer>> pages = new ArrayList<>();
        List<String> others = new ArrayList<>();
        while (!open.isEmpty()) {
            List<String> taken = engine.getCommandExecutorTxRequired().execute(new AcquireJobsCmd(engine.getJobExecutor()))
                    .getJobIdBatches().stream().flatMap(List::stream).toList();
            assertThat(taken).as("jobs while %d of the storm's are left", open.size()).isNotEmpty();
            List<String> ours = taken.stream().filter(open::containsKey).toList();
            taken.stream().filter(id -> !due.containsKey(id)).forEach(others::add);
            if (!ours.isEmpty()) {
                pages.add(ours.stream().map(open::remove).toList());
                ours.forEach(management::executeJob);
            }
        }
        others.forEach(id -> engine.getCommandExecutorTxRequired().execute(new UnlockJobCmd(id)));
        return pages;
    }

    private static int moreUrgentFirst(List<Integer> page, List<Integer> next) {
        return Collections.min(page) >= Collections.max(next) ? -1 : 1;
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
