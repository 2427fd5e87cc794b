package org.complaintdesk.casefile;

import org.complaintdesk.customer.Masked;

/** How texts of a case are shown to somebody outside. */
enum ShownText {
    /** With whatever looks like a phone or an address masked. */
    MASKED,
    WHOLE;

    /** @param text may be null */
    public String of(String text) {
        return this == WHOLE ? text : Masked.inText(text);
    }
}
