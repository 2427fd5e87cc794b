package org.complaintdesk.casefile;

import org.complaintdesk.complaint.MatterView;
import org.complaintdesk.complaint.OutsideMatter;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** Outside matters as staff read them. */
@Component
class MatterLines {

    private final Doers doers;
    private final Wording wording;

    MatterLines(Doers doers, Wording wording) {
        this.doers = doers;
        this.wording = wording;
    }

    MatterLine of(MatterView seen) {
        OutsideMatter matter = seen.matter();
        return new MatterLine(matter.id(), seen.title(), matter.isOpen() ? wording.of(matter.whoActs()) : wording.of(matter.outcome()),
                matter.isOpen() ? seen.dueAt() : null, seen.overdue(), matter.isOpen(), matter.holdsCase(), matter.openedAt(),
                doers.name(matter.openedBy()), matter.closedAt(), matter.isOpen() ? null : doers.name(matter.closedBy()), matter.reference(),
                matter.whoActs().name(),
                matter.note(), matter.result());
    }
}
