package org.complaintdesk.complaint;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** What a matter is called, in the installation's language. */
@Component
public class MatterText {

    private final Wording wording;

    MatterText(Wording wording) {
        this.wording = wording;
    }

    /** @return its kind, whom it is with and their number for it, as plain text */
    public String of(OutsideMatter matter) {
        return joined(who(matter), matter.reference());
    }

    /** @return its kind and whom it is with, which never change */
    String who(OutsideMatter matter) {
        return joined(wording.of(matter.kind()), wording.of(matter.platform()), matter.party());
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isEmpty()).collect(Collectors.joining(" · "));
    }
}
