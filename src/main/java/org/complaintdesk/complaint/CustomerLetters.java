package org.complaintdesk.complaint;

import org.complaintdesk.platform.CleanText;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Takes in what customers write: kept once under its key, noted on the case, and brought before whoever works on it. */
@Component
class CustomerLetters {

    /** As much of it as the timeline repeats; the whole is beside it. */
    private static final int NOTED = 2_000;

    private final CustomerTurn turn;
    private final CustomerMessages messages;
    private final Complaints complaints;
    private final ObjectProvider<ComplaintHandling> handling;

    CustomerLetters(CustomerTurn turn, CustomerMessages messages, Complaints complaints,
                    ObjectProvider<ComplaintHandling> handling) {
        this.turn = turn;
        this.messages = messages;
        this.complaints = complaints;
        this.handling = handling;
    }

    Answered write(ComplaintNumber number, CustomerMessage message, String text) {
        return turn.inTurn(number, complaint -> messages.keep(number, message, text, false)
                ? toBeRead(complaint, message) : Answered.ALREADY);
    }

    /** What the case waits for brings it on; else it is a message like any other. */
    Answered provideEvidence(ComplaintNumber number, CustomerMessage message, String text) {
        return turn.inTurn(number, complaint -> {
            boolean awaited = complaint.isWaitingFor(WaitingFor.EVIDENCE);
            if (!messages.keep(number, message, text, awaited)) {
                return Answered.ALREADY;
            }
            if (!awaited) {
                return toBeRead(complaint, message);
            }
            complaint.provideEvidence(CleanText.cut(text, NOTED), message.files().size());
            complaints.saveForCustomer(complaint);
            turn.tell(number, flow -> flow.evidenceProvided(number));
            return Answered.DONE;
        });
    }

    private Answered toBeRead(Complaint complaint, CustomerMessage message) {
        complaint.wrote(message);
        if (message.verified()) {
            complaints.saveForCustomer(complaint);
        } else {
            complaints.save(complaint);
        }
        return handling.getObject().customerWrote(complaint.number()) ? Answered.DONE : Answered.TOO_LATE;
    }
}
