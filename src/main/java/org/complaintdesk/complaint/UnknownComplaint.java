package org.complaintdesk.complaint;

import java.util.NoSuchElementException;

/** There is no complaint under this number. */
public class UnknownComplaint extends NoSuchElementException {

    UnknownComplaint(String number) {
        super("No complaint " + number);
    }
}
