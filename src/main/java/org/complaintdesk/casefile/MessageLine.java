package org.complaintdesk.casefile;

import java.util.List;

/**
 * One message of a case as staff read it.
 *
 * @param state       what has become of it, in words
 * @param late        whether someone should look at it
 * @param when        when that was, and to which masked address it went
 * @param remarks     what else there is to know: why it waits, what the mail server said, who sent it again
 * @param resendable  whether it can be sent again as it is
 * @param forCustomer whether it was for the customer, not for a colleague
 * @param correctable whether it can be sent to another address
 */
record MessageLine(String key, String subject, String state, boolean late, String when, String text, List<String> remarks,
                   boolean resendable, boolean correctable, boolean forCustomer) {
}
