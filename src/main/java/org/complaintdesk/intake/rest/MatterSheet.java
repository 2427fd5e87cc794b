package org.complaintdesk.intake.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.MatterKind;
import org.complaintdesk.complaint.MatterOutcome;
import org.complaintdesk.complaint.MatterView;
import org.complaintdesk.complaint.WhoActs;

/**
 * An outside matter as the API shows it.
 *
 * @param dueAt by when the next thing has to be done; {@code dueEntered} when somebody entered it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MatterSheet(long id, MatterKind kind, Channel platform, String party, String reference, WhoActs whoActs, Instant dueAt,
            boolean dueEntered, boolean overdue, boolean open, String note, String openedBy, Instant openedAt,
            MatterOutcome outcome, String result, String closedBy, Instant closedAt) {

    static MatterSheet of(MatterView seen) {
        var matter = seen.matter();
        return new MatterSheet(matter.id(), matter.kind(), matter.platform(), matter.party(), matter.reference(), matter.whoActs(),
                seen.dueAt(), matter.dueEntered() != null, seen.overdue(), matter.isOpen(), matter.note(), matter.openedBy(),
                matter.openedAt(), matter.outcome(), matter.result(), matter.closedBy(), matter.closedAt());
    }
}
