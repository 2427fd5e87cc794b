package org.complaintdesk.customer;

/** Contacts shown where the full value is not needed. */
public final class Masked {

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
}
