package org.complaintdesk.update;

/** The mail server refuses this address for good; another attempt would not help. The message is the server's reply. */
public class AddressRejected extends Exception {

    AddressRejected(String reply) {
        super(reply, null, false, false);
    }
}
