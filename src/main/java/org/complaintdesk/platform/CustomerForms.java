package org.complaintdesk.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** What a customer's form brings along besides what was typed. */
public final class CustomerForms {

    private static final String SENT_TO = CustomerForms.class.getName() + ".sentTo";
    private static final String FILES = CustomerForms.class.getName() + ".files";

    /** What became of the files that were sent with a form. */
    public enum Files {
        /** They are there, if there were any. */
        TAKEN,
        /** None is there: form and files together exceed {@link CustomerFormLimits#largest()}. */
        TOO_LARGE,
        /** None is there: too many are being sent, by this client or by all. */
        TOO_MANY
    }

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

    static void leftOut(HttpServletRequest request, Files why) {
        request.setAttribute(FILES, why);
    }

    /** @return what became of the files; what was typed is there in any case when it stands before them in the form */
    public static Files files(HttpServletRequest request) {
        Files files = (Files) request.getAttribute(FILES);
        return files == null ? Files.TAKEN : files;
    }
}
