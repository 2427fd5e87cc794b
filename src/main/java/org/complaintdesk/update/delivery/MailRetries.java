package org.complaintdesk.update.delivery;

import org.complaintdesk.update.UpdateProperties;
import org.springframework.stereotype.Component;

/** When a mail that did not go out is tried again, for the model. */
@Component
public class MailRetries {

    private final UpdateProperties settings;

    MailRetries(UpdateProperties settings) {
        this.settings = settings;
    }

    /** Waiting times as the engine reads them, {@code PT1M,PT5M}. */
    public String getCycle() {
        return settings.retryCycle();
    }
}
