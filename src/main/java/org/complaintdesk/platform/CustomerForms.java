package org.complaintdesk.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** What a customer's form brings along besides what was typed. */
public final class CustomerForms {

    private static final String SENT_TO = CustomerForms.class.getName() + ".sentTo";

    private CustomerForms() {
    }

    /** The form came without its token and is on its way to the page that shows it again. */
    public static void tokenLost(HttpServletRequest request, String sentTo) {
        request.setAttribute(SENT_TO, sentTo);
    }

    /** @return the path within the application that a form without its token was sent to */
    public static Optional<String> sentTo(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(SENT_TO));
    }
}
