package org.complaintdesk.forecast;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.complaintdesk.complaint.CaseEvent;
import org.complaintdesk.complaint.Happening;
import org.complaintdesk.complaint.Stage;

/** Reads from a case's timeline which stages it was in, and when. */
final class StageVisits {

    private final List<StageVisit> visits = new ArrayList<>();

    private StageVisits() {
    }

    /**
     * @param story    oldest first
     * @param recorded whether the case has been completed; without a word of that in the story it was taken down
     *                 complete, and triage began the diagnosis
     * @return every stay since the case came or was last reopened, the one that lasts or the end of the work last
     */
    static List<StageVisit> of(List<CaseEvent> story, boolean recorded) {
        boolean takenDown = recorded && story.stream().noneMatch(event -> event.what() == Happening.RECORDED);
        StageVisits read = new StageVisits();
        story.forEach(event -> read.happened(event, takenDown));
        return List.copyOf(read.visits);
    }

    private void happened(CaseEvent event, boolean takenDown) {
        if (event.what() == Happening.REOPENED) {
            visits.clear();
        }
        Stage stage = stageAfter(event, takenDown);
        if (stage != null && stage != current()) {
            enter(stage, event.at());
        }
    }

    private Stage stageAfter(CaseEvent event, boolean takenDown) {
        return switch (event.what()) {
            case RECEIVED -> Stage.RECEIVED;
            case TRIAGED -> takenDown ? Stage.DIAGNOSING : null;
            case RECORDED, EVIDENCE_RECORDED, REOPENED -> Stage.DIAGNOSING;
            case EVIDENCE_REQUESTED -> Stage.AWAITING_EVIDENCE;
            case DIAGNOSED, RETURNED, DECLINED, RENEGOTIATED -> Stage.PROPOSING;
            case APPROVAL_NEEDED -> Stage.AWAITING_APPROVAL;
            case PRESENTED -> Stage.AWAITING_CUSTOMER;
            case SILENCE -> afterSilence(event);
            case MEDIATION_STARTED -> Stage.MEDIATING;
            case ACCEPTED, AGREED -> Stage.EXECUTING;
            case SETTLED, REOPENING_ASKED -> Stage.FOLLOWING_UP;
            case CLOSED -> Stage.CLOSED;
            default -> null;
        };
    }

    private Stage afterSilence(CaseEvent event) {
        return switch (String.valueOf(event.details().get("silence"))) {
            case "ACCEPT" -> Stage.EXECUTING;
            case "GO_ON" -> current() == Stage.AWAITING_EVIDENCE ? Stage.DIAGNOSING : null;
            default -> null;
        };
    }

    private Stage current() {
        return visits.isEmpty() ? null : visits.get(visits.size() - 1).stage();
    }

    private void enter(Stage stage, Instant at) {
        if (!visits.isEmpty()) {
            StageVisit last = visits.remove(visits.size() - 1);
            visits.add(new StageVisit(last.stage(), last.from(), at));
        }
        visits.add(new StageVisit(stage, at, null));
    }
}
