package org.complaintdesk.casefile;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Set;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.MatterKind;
import org.complaintdesk.complaint.MatterOutcome;
import org.complaintdesk.complaint.MatterProgress;
import org.complaintdesk.complaint.NewMatter;
import org.complaintdesk.complaint.WhoActs;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** What the forms about outside matters send; times are in the desk's time zone, as browsers send them. */
@Component
class MatterTyping {

    /** What a page can say was done. */
    static final Set<String> DONE = Set.of("opened", "changed", "closed");

    private final Wording wording;
    private final Clock clock;

    MatterTyping(Wording wording, Clock clock) {
        this.wording = wording;
        this.clock = clock;
    }

    record Opening(MatterKind kind, Channel platform, String party, String reference, WhoActs whoActs, String dueAt, String note) {
    }

    record Progress(WhoActs whoActs, String dueAt, String reference, String note) {
    }

    record Closing(MatterOutcome outcome, String result) {
    }

    NewMatter read(Opening typed) {
        return new NewMatter(typed.kind(), typed.platform(), typed.party(), typed.reference(), typed.whoActs(),
                moment(typed.dueAt()), typed.note());
    }

    MatterProgress read(Progress typed) {
        return new MatterProgress(typed.whoActs(), moment(typed.dueAt()), typed.reference(), typed.note());
    }

    private Instant moment(String text) {
        String moment = CleanText.of(text);
        try {
            return moment == null ? null : LocalDateTime.parse(moment).atZone(clock.getZone()).toInstant();
        } catch (DateTimeException e) {
            throw wording.invalid("matterDueAt", "input.no-time", moment);
        }
    }
}
