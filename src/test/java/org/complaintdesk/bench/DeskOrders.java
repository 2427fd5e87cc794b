package org.complaintdesk.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.identity.User;
import org.complaintdesk.bench.contender.Contender;
import org.complaintdesk.bench.contender.Orders;
import org.complaintdesk.complaint.ComplaintNumber;
import org.complaintdesk.support.WatchedDataSource;
import org.complaintdesk.support.WholeComplaint;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * The desk as a contender: the application as it is delivered, its job executor and everything else at work, with this added
 * to its sources. Intake and tasks are done through Java, as the bare engines' are; see {@link RestDesk} for the way through
 * the network.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("bench.orders")
@Import(WholeComplaint.class)
class DeskOrders {

    private static final Map<String, String> PEOPLE = Map.of("ben", "agents", "fay", "finance");
    private static final String PASSWORD = "a-password-of-theirs-7";
    private static final int PATIENCE = 10;

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("bench.listen")
    @Import(WatchedDataSource.class)
    static class Listening {
    }

    @Bean
    Contender desk(WholeComplaint complaint, ManagementService management) {
        return new Desk(complaint, management);
    }

    @Bean
    Serving serving(Contender desk, IdentityService identity) {
        return new Serving(desk, identity);
    }

    /** Takes orders as soon as everything is up. */
    record Serving(Contender desk, IdentityService identity) {

        @EventListener(ApplicationReadyEvent.class)
        void serve() {
            PEOPLE.forEach(this::employ);
            new Thread(() -> {
                try {
                    Orders.serve(desk);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                } finally {
                    System.exit(0);
                }
            }, "orders").start();
        }

        private void employ(String person, String group) {
            if (identity.createUserQuery().userId(person).count() == 0) {
                User user = identity.newUser(person);
                user.setPassword(PASSWORD);
                identity.saveUser(user);
                identity.createMembership(person, group);
            }
        }
    }

    /** Does a step again when a mail's job has just changed the same, as a person would press the button again. */
    private static final class Desk implements Contender {

        private static final WholeComplaint.Kind KIND =
                WholeComplaint.Kind.valueOf(System.getProperty("bench.kind", WholeComplaint.Kind.COUPON.name()));

        private final WholeComplaint complaint;
        private final ManagementService management;
        private final AtomicLong again = new AtomicLong();

        Desk(WholeComplaint complaint, ManagementService management) {
            this.complaint = complaint;
            this.management = management;
        }

        @Override
        public String starts(Watch watch) {
            return complaint.arrives(WholeComplaint.ofSomebodyNew(), watch::step).value();
        }

        @Override
        public void goesThrough(String key, Watch watch) {
            complaint.goesThrough(new ComplaintNumber(key), KIND, () -> { },
                    (name, step) -> watch.step(name, () -> patiently(step)));
        }

        private void patiently(Runnable step) {
            for (int attempt = 1;; attempt++) {
                try {
                    step.run();
                    return;
                } catch (OptimisticLockingException | OptimisticLockingFailureException e) {
                    if (attempt == PATIENCE) {
                        throw e;
                    }
                    again.incrementAndGet();
                }
            }
        }

        @Override
        public boolean isQuiet() {
            return management.createJobQuery().messages().withRetriesLeft().count() == 0;
        }

        @Override
        public long again() {
            return again.get();
        }

        @Override
        public void close() {
        }
    }
}
