package org.complaintdesk.intake.csv;

/** A cell does not say what its column asks for; key of the reason, which repeats the value. */
class Unreadable extends Exception {

    private final String value;

    Unreadable(String key, String value) {
        super(key, null, false, false);
        this.value = value;
    }

    String value() {
        return value;
    }
}
