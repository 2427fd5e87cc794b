package org.complaintdesk.platform;

/** A setting, a table or a file with which the desk does not start; the message says in a sentence what is wrong with it. */
public class CannotStart extends IllegalStateException {

    public CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    public CannotStart(String sentence) {
        this(sentence, null);
    }
}
