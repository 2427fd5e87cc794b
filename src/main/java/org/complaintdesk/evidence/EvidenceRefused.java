package org.complaintdesk.evidence;

import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.platform.Wording;

/**
 * A file is not taken in; nothing of it is kept. The field is {@code files}, the message is in the installation's
 * language; {@link #in} says it in another one.
 */
public class EvidenceRefused extends InvalidInput {

    /** Why. Texts: {@code EvidenceRefused.*} in the message bundles. */
    public enum Reason {
        EMPTY,
        /** The limit is in megabytes. */
        TOO_LARGE,
        /** The content is of no type that is taken, whatever the name says. */
        TYPE,
        /** The limit is a number of files. */
        TOO_MANY,
        /** All files together; the limit is in megabytes. */
        TOO_MUCH,
        INFECTED
    }

    private final Reason reason;
    private final String name;
    private final long limit;

    EvidenceRefused(Reason reason, String name, long limit, Wording wording) {
        super("files", text(reason, name, limit, wording));
        this.reason = reason;
        this.name = name;
        this.limit = limit;
    }

    public Reason reason() {
        return reason;
    }

    /** @return the file's name, safe to show */
    public String name() {
        return name;
    }

    /** @return the limit that is exceeded, 0 where there is none */
    public long limit() {
        return limit;
    }

    /** @return the message in the language of this wording */
    public String in(Wording wording) {
        return text(reason, name, limit, wording);
    }

    private static String text(Reason reason, String name, long limit, Wording wording) {
        return wording.text("EvidenceRefused." + reason, name, limit);
    }
}
