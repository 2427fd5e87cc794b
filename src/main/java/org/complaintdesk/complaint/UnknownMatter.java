package org.complaintdesk.complaint;

import java.util.NoSuchElementException;

/** The case has no such outside matter. */
public class UnknownMatter extends NoSuchElementException {

    UnknownMatter(ComplaintNumber number, long id) {
        super("The case " + number + " has no matter " + id);
    }
}
