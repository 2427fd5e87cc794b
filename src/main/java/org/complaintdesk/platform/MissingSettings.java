package org.complaintdesk.platform;

import java.util.List;

/** Settings without which the desk cannot start, by their property names. */
class MissingSettings extends RuntimeException {

    private final List<String> names;

    MissingSettings(List<String> names) {
        super("Missing settings: " + String.join(", ", names));
        this.names = List.copyOf(names);
    }

    List<String> names() {
        return names;
    }
}
