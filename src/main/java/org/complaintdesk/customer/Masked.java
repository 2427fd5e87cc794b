package org.complaintdesk.customer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Contacts shown where the full value is not needed. */
public final class Masked {

    /** Mobile phones of the mainland, also written in groups; not a part of a longer number such as an order's. */
    private static final Pattern PHONE = Pattern.compile(
            "(?<![0-9])(1[3-9][0-9])[- ]?[0-9]{4}[- ]?([0-9]{4})(?![0-9])");
    /** Area code and number, with or without something between. */
    private static final Pattern LANDLINE = Pattern.compile(
            "(?<![0-9-])(0[1-9][0-9]{1,2})([- ]?)[2-8][0-9]{2,3}[- ]?[0-9]{4}(?![0-9-])");
    /** Region, date of birth, sequence and check digit; not an order's number, whose middle is no date. */
    private static final Pattern IDENTITY = Pattern.compile(
            "(?<![0-9])([1-9][0-9]{5})(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])"
                    + "(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}([0-9Xx])(?![0-9])");
    /** Cards of UnionPay, also written in groups. */
    private static final Pattern CARD = Pattern.compile(
            "(?<![0-9])(62[0-9]{2})(?:[ -]?[0-9]{4}){2,3}[ -]?([0-9]{4}|[0-9]{3})(?![0-9])");
    /** House, building, unit and room: behind a road's name, or several of them in a row. "11月1号" is a day. */
    private static final Pattern HOUSE = Pattern.compile(
            ("(?<=[路街巷弄村]|大道)[0-9]+[号弄](?:[0-9]+%1$s)*(?:[0-9]{1,5}(?![0-9]))?"
                    + "|(?<![0-9])(?:[0-9]+%1$s){2,}(?:[0-9]{1,5}(?![0-9]))?")
                    .formatted("(?:号楼|号院|号|弄|幢|栋|座|单元|楼|层|室|房)"));
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

    /**
     * @return the text with every phone, e-mail address, identity and card number and the house behind a street masked; null
     *         stays null. Names and what is written in words stay: it is a help, not a promise.
     */
    public static String inText(String text) {
        if (text == null) {
            return null;
        }
        String masked = PHONE.matcher(text).replaceAll("$1****$2");
        masked = IDENTITY.matcher(masked).replaceAll("$1***********$2");
        masked = CARD.matcher(masked).replaceAll("$1********$2");
        masked = LANDLINE.matcher(masked).replaceAll("$1$2****");
        masked = HOUSE.matcher(masked).replaceAll("***");
        return EMAIL.matcher(masked).replaceAll(found -> Matcher.quoteReplacement(email(found.group())));
    }
}
