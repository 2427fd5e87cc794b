package org.complaintdesk.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.complaintdesk.customer.Contact;
import org.complaintdesk.customer.CustomerUpdateDue;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.customer.UpdateKind;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class ApologiesTests {

    private static final AtomicInteger CASES = new AtomicInteger(400_000);

    @Autowired Customers customers;
    @Autowired CustomerUpdates updates;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;
    @Autowired RuntimeService runtime;
    @Autowired Clock clock;

    @AfterEach
    void the_day_ends() {
        ClockUtil.reset();
    }

    @Test
    void a_customer_with_several_late_cases_reads_one_apology_and_the_other_cases_say_where() {
        long customer = customer();
        String first = late(customer, UpdateKind.DELAY_APOLOGY);
        String second = late(customer, UpdateKind.DELAY_APOLOGY);

        assertThat(only(first).route()).isEqualTo(Route.MAIL);
        assertThat(only(second).state()).isEqualTo(UpdateState.KEPT);
        assertThat(only(second).saidIn()).isEqualTo(first);
        assertThat(runtime.createProcessInstanceQuery().variableValueEquals("number", second).count()).isZero();
    }

    @Test
    void another_customer_and_other_news_are_told_as_ever() {
        long customer = customer();
        late(customer, UpdateKind.DELAY_APOLOGY);

        assertThat(only(late(customer(), UpdateKind.DELAY_APOLOGY)).route()).isEqualTo(Route.MAIL);
        assertThat(only(late(customer, UpdateKind.NEW_TIME)).route()).isEqualTo(Route.MAIL);
    }

    @Test
    void a_day_later_it_is_worth_another_apology() {
        long customer = customer();
        late(customer, UpdateKind.DELAY_APOLOGY);
        ClockUtil.setCurrentTime(Date.from(clock.instant().plus(Duration.ofHours(24)).plusSeconds(1)));

        assertThat(only(late(customer, UpdateKind.DELAY_APOLOGY)).route()).isEqualTo(Route.MAIL);
    }

    @Test
    void an_apology_that_was_not_said_counts_for_nothing() {
        long customer = customer();
        customers.refuseContact(customer, "不要再联系我");
        String kept = said(new CustomerUpdateDue(number(), "酒仙网", "TMALL", customer, UpdateKind.DELAY_APOLOGY,
                Map.of(), true, true));

        assertThat(only(kept).state()).isEqualTo(UpdateState.KEPT);
        assertThat(only(late(customer, UpdateKind.DELAY_APOLOGY)).route()).isEqualTo(Route.MAIL);
    }

    @Test
    void two_nodes_do_not_both_apologise() throws Exception {
        long customer = customer();
        List<Callable<String>> nodes = IntStream.range(0, 24)
                .<Callable<String>>mapToObj(i -> () -> late(customer, UpdateKind.DELAY_APOLOGY)).toList();
        ExecutorService threads = Executors.newFixedThreadPool(6);
        int told = 0;
        try {
            for (Future<String> number : threads.invokeAll(nodes)) {
                told += only(number.get()).route() == Route.MAIL ? 1 : 0;
            }
        } finally {
            threads.shutdown();
        }
        assertThat(told).isEqualTo(1);
    }

    private long customer() {
        return customers.register(new Contact("王小明", UUID.randomUUID() + "@example.com", null, null)).id();
    }

    private String late(long customer, UpdateKind kind) {
        return said(new CustomerUpdateDue(number(), "酒仙网", "TMALL", customer, kind, Map.of("newDue", "明天"), false, true));
    }

    private String said(CustomerUpdateDue due) {
        transaction.executeWithoutResult(status -> events.publishEvent(due));
        return due.caseNumber();
    }

    private static String number() {
        return "T-20261122-" + CASES.incrementAndGet();
    }

    private CustomerUpdates.View only(String number) {
        List<CustomerUpdates.View> all = updates.of(number);
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
