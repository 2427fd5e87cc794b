package org.complaintdesk.evidence;

/** What a file belongs to: a case, or a complaint that is not sent yet. One of the two is null. */
record Owner(String caseNumber, String draft) {

    static Owner ofCase(String number) {
        return new Owner(number, null);
    }

    static Owner ofDraft(String draft) {
        return new Owner(null, draft);
    }

    String column() {
        return draft == null ? "case_number" : "draft";
    }

    String value() {
        return draft == null ? caseNumber : draft;
    }
}
