package org.complaintdesk.customer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Contacts shown where the full value is not needed. */
public final class Masked {

    /** Mobile phones of the mainland, also written in groups; not a part of a longer number such as an order's. */
    private static final Pattern PHONE = Pattern.compile("(?<![0-9])1[3-9][0-9](?:[- ]?[0-9]{4}){2}(?![0-9])");
    private static final Pattern EMAIL = Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+");

    private Masked() {
    }

    /** {@code 13812345678} becomes {@code 138****5678}; shorter numbers keep their last two digits; null stays null. */
    public static String phone(String phone) {
        if (phone == null) {
            return null;
        }
        int length = phone.length();
        if (length >= 11) {
            return phone.substring(0, length - 8) + "****" + phone.substring(length - 4);
        }
        return "****" + phone.substring(Math.max(length - 2, length / 2));
    }

    /** {@code wang.xiaoming@qq.com} becomes {@code w***@qq.com}; null stays null. */
    public static String email(String email) {
        if (email == null) {
            return null;
        }
        int at = email.lastIndexOf('@');
        return at < 1 ? "***" : email.substring(0, email.offsetByCodePoints(0, 1)) + "***" + email.substring(at);
    }

    /** @return the text with every mobile phone and e-mail address in it masked; null stays null */
    public static String inText(String text) {
        if (text == null) {
            return null;
        }
        String phones = PHONE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(phone(found.group())));
        return EMAIL.matcher(phones).replaceAll(found -> Matcher.quoteReplacement(email(found.group())));
    }
}
