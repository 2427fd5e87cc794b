package org.complaintdesk.complaint;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.complaintdesk.deadline.CaseClocks;
import org.complaintdesk.deadline.CaseTraits;
import org.complaintdesk.deadline.ClockKey;
import org.complaintdesk.deadline.ClockRow;
import org.springframework.stereotype.Component;

/** By when the next thing has to be done in a matter: one clock for whoever's turn it is. */
@Component
class MatterClocks {

    private final CaseClocks clocks;
    private final MatterPauses pauses;
    private final Clock clock;

    MatterClocks(CaseClocks clocks, MatterPauses pauses, Clock clock) {
        this.clocks = clocks;
        this.pauses = pauses;
        this.clock = clock;
    }

    void start(OutsideMatter matter, Complaint complaint, String by) {
        CaseTraits traits = traits(matter, complaint);
        if (matter.dueEntered() == null) {
            clocks.start(matter.clock(), traits, clock.instant(), by, "MATTER_OPENED");
        } else {
            clocks.startUntil(matter.clock(), traits, matter.dueEntered(), by, "MATTER_OPENED");
        }
        pauses.follow(complaint.number());
    }

    /** @param before the clock that counted until now */
    void turn(ClockKey before, OutsideMatter matter, Complaint complaint, String by) {
        clocks.stop(before, by, "MATTER_TURNED");
        start(matter, complaint, by);
    }

    void newTime(OutsideMatter matter, Complaint complaint, String by) {
        clocks.startUntil(matter.clock(), traits(matter, complaint), matter.dueEntered(), by, "MATTER_NEW_TIME");
    }

    void end(OutsideMatter matter, String by) {
        clocks.stop(matter.clock(), by, "MATTER_CLOSED");
        pauses.follow(matter.caseNumber());
    }

    /** @return the clock that counts now, or counted last */
    Optional<ClockRow> of(OutsideMatter matter) {
        return clocks.row(matter.clock());
    }

    Instant due(OutsideMatter matter) {
        return of(matter).orElseThrow().dueAt();
    }

    /** A platform's times are those of the platform that asks, wherever the complaint came in. */
    private static CaseTraits traits(OutsideMatter matter, Complaint complaint) {
        Channel channel = matter.platform() == null ? complaint.channel() : matter.platform();
        return new CaseTraits(complaint.severity(), complaint.diagnosis() == null ? null : complaint.diagnosis().category(),
                channel.name(), complaint.shop());
    }
}
