package org.complaintdesk.customer;

import java.util.regex.Pattern;

/** By what a person is known again. Platforms hide names and numbers; what is hidden altogether is everybody's. */
final class Known {

    private static final Pattern ANONYMOUS = Pattern.compile("匿名|anonymous", Pattern.CASE_INSENSITIVE);
    private static final int PHONE_LENGTH = 11;
    private static final int VISIBLE_DIGITS = 7;
    private static final Pattern HIDDEN = Pattern.compile("[*＊]");
    private static final int SHORTEST = 2;

    private Known() {
    }

    /** @return the last eleven digits, hidden ones as asterisks; null when there is no number or too little of it shows */
    static String phone(String phone) {
        if (phone == null) {
            return null;
        }
        String digits = phone.replaceAll("[^0-9*]", "");
        String last = digits.substring(Math.max(0, digits.length() - PHONE_LENGTH));
        return last.replace("*", "").length() < VISIBLE_DIGITS ? null : last;
    }

    /** @return the name in the platform's chat; null when there is none or part of it is hidden: {@code t**n} is many people's */
    static String platformId(String platformId) {
        boolean nobodys = platformId == null || ANONYMOUS.matcher(platformId).find() || HIDDEN.matcher(platformId).find()
                || platformId.replaceAll("\\s", "").length() < SHORTEST;
        return nobodys ? null : platformId;
    }
}
