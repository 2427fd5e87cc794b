package org.complaintdesk.casefile;

import java.time.Instant;
import java.util.List;

/**
 * One message of a case as staff read it.
 *
 * @param state       what has become of it, in words
 * @param late        whether someone should look at it
 * @param at          when that was
 * @param to          the masked address it went to; null when there is none
 * @param remarks     what else there is to know: why it waits, what the mail server said, who sent it again
 * @param resendable  whether it can be sent again as it is
 * @param forCustomer whether it was for the customer, not for a colleague
 * @param correctable whether it can be sent to another address
 */
record MessageLine(String key, String subject, String state, boolean late, Instant at, String to, String text, List<String> remarks,
                   boolean resendable, boolean correctable, boolean forCustomer) {
}
