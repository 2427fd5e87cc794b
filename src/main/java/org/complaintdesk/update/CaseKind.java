package org.complaintdesk.update;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What kind of case a message is about, which its number shows; complaints and reviews are worded differently. A bundle of
 * notices is about several, and what is about a mail that nobody has sorted is about no case yet.
 */
enum CaseKind {
    COMPLAINT("/cases/"), REVIEW("/reviews/"), MAIL("/mailbox/"), SEVERAL("/deadlines");

    private static final String REVIEW_NUMBER = "R-";
    private static final String MAIL_NUMBER = "mail-";
    private static final String NOTICES = "NOTICES-";

    private final String pages;

    CaseKind(String pages) {
        this.pages = pages;
    }

    static CaseKind of(String number) {
        if (number.startsWith(NOTICES)) {
            return SEVERAL;
        }
        if (number.startsWith(MAIL_NUMBER)) {
            return MAIL;
        }
        return number.startsWith(REVIEW_NUMBER) ? REVIEW : COMPLAINT;
    }

    boolean isCase() {
        return this == COMPLAINT || this == REVIEW;
    }

    /** @return what stands in a case's number's place for what is about the cases of one day */
    static String severalOn(LocalDate day) {
        return NOTICES + DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }

    /** @return the path of the case's page for staff */
    String page(String number) {
        return pages + shown(number);
    }

    /** @return the number as its readers know it */
    String shown(String number) {
        return switch (this) {
            case COMPLAINT, REVIEW -> number;
            case MAIL -> number.substring(MAIL_NUMBER.length());
            case SEVERAL -> "";
        };
    }

    /** @return the key of a wording that differs by kind of case */
    String key(String key) {
        return this == COMPLAINT ? key : key + "." + name().toLowerCase(Locale.ROOT);
    }

    /** @return the key of the subject of a notice to staff */
    String subject(String notice) {
        return key("update.subject.staff") + "." + notice;
    }

    /** @return the template of a notice to staff */
    String template(String notice) {
        return switch (this) {
            case REVIEW -> "staff-review-";
            case MAIL -> "staff-mail-";
            case COMPLAINT, SEVERAL -> "staff-";
        } + notice;
    }
}
