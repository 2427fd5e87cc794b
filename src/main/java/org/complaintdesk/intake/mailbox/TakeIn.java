package org.complaintdesk.intake.mailbox;

import java.time.Clock;
import org.camunda.bpm.engine.RuntimeService;
import org.complaintdesk.platform.AsSystem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores a raw mail and starts what takes it further, in one transaction and once, whichever node finds it how often. */
@Component
class TakeIn {

    private final MailStore store;
    private final RuntimeService runtime;
    private final AsSystem asSystem;
    private final Clock clock;

    TakeIn(MailStore store, RuntimeService runtime, AsSystem asSystem, Clock clock) {
        this.store = store;
        this.runtime = runtime;
        this.asSystem = asSystem;
        this.clock = clock;
    }

    @Transactional
    public void take(Place place, SpooledMail mail) {
        store.add(mail, clock.instant()).ifPresent(id -> asSystem.run(() ->
                runtime.startProcessInstanceByKey(MailVariables.PROCESS, new MailVariables(id).businessKey())));
        store.found(place, mail.contentKey());
    }
}
