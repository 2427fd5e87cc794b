package org.complaintdesk.tracking;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the page has a form for; the form is sent to the path of this name. Texts: {@code track.done.*}. */
enum Deed {
    ACCEPT, DECLINE, AGREE, DISAGREE, EVIDENCE, MESSAGE, WITHDRAW, RATE, REOPEN, ADDRESS;

    String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Deed> of(String path) {
        return Stream.of(values()).filter(deed -> deed.path().equals(path)).findFirst();
    }
}
