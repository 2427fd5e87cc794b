package org.complaintdesk.update.delivery;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.complaintdesk.update.AddressRejected;
import org.complaintdesk.update.CustomerUpdate;
import org.complaintdesk.update.Mailer;
import org.complaintdesk.update.Updates;
import org.springframework.stereotype.Component;

/**
 * Sends the mail, unless its reader refused contact since it was written; the update counts as sent in the transaction of
 * this job.
 */
@Component
class SendMail implements JavaDelegate {

    private final Updates updates;
    private final Mailer mailer;
    private final DoNotContact doNotContact;
    private final Clock clock;

    SendMail(Updates updates, Mailer mailer, DoNotContact doNotContact, Clock clock) {
        this.updates = updates;
        this.mailer = mailer;
        this.doNotContact = doNotContact;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CustomerUpdate update = updates.byKey(DeliveryVariables.read(execution).key());
        if (!update.isPending()) {
            return;
        }
        if (doNotContact.appliesTo(update)) {
            throw new BpmnError("ContactRefused");
        }
        try {
            mailer.send(update);
            update.sent(clock.instant());
            updates.save(update);
        } catch (AddressRejected e) {
            update.addressRejected(e.getMessage());
            updates.save(update);
            throw new BpmnError("AddressRejected", e.getMessage());
        }
    }
}
