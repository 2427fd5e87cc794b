package org.complaintdesk.update;

import java.util.regex.Pattern;

/** What a mail server says of a mail that it has not delivered. */
public enum Undelivered {
    /** It goes on trying, or the mailbox may take mail again later. */
    DELAYED,
    /** It has given up this mail. Another one may arrive. */
    LOST,
    /** It has given up, and no other mail to this address will arrive either. */
    ADDRESS_DEAD;

    private static final Pattern POLICY = Pattern.compile("(?<![\\w.])5\\.7\\.\\d{1,3}(?![\\w@]|\\.\\d)");

    /**
     * @param answer of a mail server
     * @return whether it refuses by policy (5.7.x of RFC 3463: relaying, sender, text): we are to blame, whoever it was for
     */
    public static boolean isRefusalOfUs(String answer) {
        return POLICY.matcher(answer).find();
    }
}
