package org.complaintdesk.customer;

import org.complaintdesk.platform.CleanText;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** Why somebody does what is noted for good. */
@Component
class Reasons {

    private static final String FIELD = "reason";
    private static final int LONGEST = 500;

    private final Wording wording;

    Reasons(Wording wording) {
        this.wording = wording;
    }

    /** @throws InvalidInput naming the reason, when it is missing or too long */
    String read(String text) {
        String reason = CleanText.of(text);
        if (reason == null) {
            throw wording.invalid(FIELD, "input.missing");
        }
        if (reason.length() > LONGEST) {
            throw wording.invalid(FIELD, "input.too-long", LONGEST, reason.length());
        }
        return reason;
    }
}
