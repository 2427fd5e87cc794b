package org.complaintdesk.intake.mailbox;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Nothing is done with the mail; it stays where everybody can look it up. */
@Component
class KeepMail implements JavaDelegate {

    private final MailStore store;

    KeepMail(MailStore store) {
        this.store = store;
    }

    @Override
    public void execute(DelegateExecution execution) {
        store.became(MailVariables.read(execution).id(), MailState.KEPT);
    }
}
