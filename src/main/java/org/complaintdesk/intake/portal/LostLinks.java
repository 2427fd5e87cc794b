package org.complaintdesk.intake.portal;

import java.util.Locale;
import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Complaints;
import org.complaintdesk.customer.Customers;
import org.complaintdesk.customer.LinkLost;
import org.complaintdesk.platform.RateLimits;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.task.TaskExecutor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends a private link again, to the address on file and to no other. It does so after the answer: how long the answer
 * takes must not tell whether there is such a case.
 */
@Component
class LostLinks {

    private final Complaints complaints;
    private final Customers customers;
    private final RateLimits limits;
    private final PortalProperties settings;
    private final TaskExecutor later;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    LostLinks(Complaints complaints, Customers customers, RateLimits limits, PortalProperties settings,
              TaskExecutor applicationTaskExecutor, TransactionTemplate transaction, JdbcClient jdbc,
              ApplicationEventPublisher events) {
        this.complaints = complaints;
        this.customers = customers;
        this.limits = limits;
        this.settings = settings;
        this.later = applicationTaskExecutor;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.events = events;
    }

    void send(String number, String email) {
        later.execute(() -> transaction.executeWithoutResult(status -> {
            oneAtATime(number);
            complaints.find(number).filter(complaint -> isOnFile(complaint, email))
                    .filter(complaint -> limits.allows(settings.linksOfCase(), number))
                    .ifPresent(complaint -> events.publishEvent(new LinkLost(number)));
        }));
    }

    private void oneAtATime(String number) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 12)) is null").param(number).query(Boolean.class).single();
    }

    private boolean isOnFile(Complaint complaint, String email) {
        return email.toLowerCase(Locale.ROOT).equals(customers.byId(complaint.customerId()).email());
    }
}
