package org.complaintdesk.intake.mailbox;

import org.springframework.stereotype.Component;

/** When a mail that could not be taken further is tried again, for the model. */
@Component("inboundMailRetries")
public class MailRetries {

    private final MailboxProperties settings;

    MailRetries(MailboxProperties settings) {
        this.settings = settings;
    }

    /** Waiting times as the engine reads them, {@code PT10S,PT1M}. */
    public String getCycle() {
        return settings.retryCycle();
    }
}
