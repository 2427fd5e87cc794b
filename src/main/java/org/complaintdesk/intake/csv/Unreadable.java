package org.complaintdesk.intake.csv;

/** A cell does not say what its column asks for; key and arguments of the reason. */
class Unreadable extends Exception {

    private final transient Object[] arguments;

    Unreadable(String key, Object... arguments) {
        super(key, null, false, false);
        this.arguments = arguments;
    }

    Object[] arguments() {
        return arguments;
    }
}
