package org.complaintdesk.update.delivery;

import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.complaintdesk.customer.CustomerNotReached;
import org.complaintdesk.customer.UpdateKind;
import org.complaintdesk.update.AddressRejected;
import org.complaintdesk.update.Audience;
import org.complaintdesk.update.Bundles;
import org.complaintdesk.update.CustomerUpdate;
import org.complaintdesk.update.Mailer;
import org.complaintdesk.update.Route;
import org.complaintdesk.update.SendingTimes;
import org.complaintdesk.update.Updates;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Sends the mail, unless its reader has refused contact since it was chosen, or this is no longer the time for it; the
 * update counts as sent in the transaction of this job.
 */
@Component
class SendMail implements JavaDelegate {

    private final Updates updates;
    private final Bundles bundles;
    private final Mailer mailer;
    private final DoNotContact doNotContact;
    private final RouteChoice choice;
    private final SendingTimes times;
    private final HeldJob job;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SendMail(Updates updates, Bundles bundles, Mailer mailer, DoNotContact doNotContact, RouteChoice choice,
             SendingTimes times, HeldJob job, Clock clock, ApplicationEventPublisher events) {
        this.updates = updates;
        this.bundles = bundles;
        this.mailer = mailer;
        this.doNotContact = doNotContact;
        this.choice = choice;
        this.times = times;
        this.job = job;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CustomerUpdate update = updates.lock(DeliveryVariables.read(execution).key());
        if (!update.isPending()) {
            return;
        }
        if (doNotContact.appliesTo(update)) {
            throw new BpmnError("ContactRefused");
        }
        times.takeTurn(update);
        if (choice.of(update).route() != Route.MAIL) {
            throw new BpmnError("NotNow");
        }
        job.hold();
        try {
            mailer.send(update);
            Instant now = clock.instant();
            update.sent(now);
            updates.sent(update.key(), now);
            bundles.settle(update);
        } catch (AddressRejected e) {
            update.addressRejected(e.getMessage());
            updates.save(update);
            if (update.audience() == Audience.CUSTOMER) {
                events.publishEvent(new CustomerNotReached(update.caseNumber(), UpdateKind.valueOf(update.kind())));
            }
            throw new BpmnError("AddressRejected", e.getMessage());
        }
    }
}
