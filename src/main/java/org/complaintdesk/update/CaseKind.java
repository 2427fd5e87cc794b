package org.complaintdesk.update;

import java.util.Locale;

/** What kind of case a message is about, which its number shows; complaints and reviews are worded differently. */
enum CaseKind {
    COMPLAINT("/cases/"), REVIEW("/reviews/");

    private static final String REVIEW_NUMBER = "R-";

    private final String pages;

    CaseKind(String pages) {
        this.pages = pages;
    }

    static CaseKind of(String number) {
        return number.startsWith(REVIEW_NUMBER) ? REVIEW : COMPLAINT;
    }

    /** @return the path of the case's page for staff */
    String page(String number) {
        return pages + number;
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
        return (this == COMPLAINT ? "staff-" : "staff-review-") + notice;
    }
}
