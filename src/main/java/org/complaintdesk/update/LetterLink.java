package org.complaintdesk.update;

import java.net.URI;

/** The customer's own way to the case, put into a message when it is sent or shown and kept nowhere. */
record LetterLink(String label, URI url) {
}
