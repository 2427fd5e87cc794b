package org.complaintdesk.complaint;

import java.util.Optional;
import org.complaintdesk.platform.CleanText;
import org.springframework.stereotype.Component;

/** Takes in what customers write: kept once under its key, noted on the case, and brought before whoever works on it. */
@Component
class CustomerLetters {

    /** As much of it as the timeline repeats; the whole is beside it. */
    private static final int NOTED = 2_000;

    private final CustomerTurn turn;
    private final CustomerMessages messages;
    private final Complaints complaints;

    CustomerLetters(CustomerTurn turn, CustomerMessages messages, Complaints complaints) {
        this.turn = turn;
        this.messages = messages;
        this.complaints = complaints;
    }

    Answered write(ComplaintNumber number, CustomerMessage message, String text) {
        return turn.inTurn(number, complaint -> keep(complaint, message, text, false)
                .orElseGet(() -> toBeRead(complaint, message)));
    }

    /** What the case waits for brings it on; else it is a message like any other. */
    Answered provideEvidence(ComplaintNumber number, CustomerMessage message, String text) {
        return turn.inTurn(number, complaint -> {
            boolean awaited = complaint.isWaitingFor(WaitingFor.EVIDENCE);
            return keep(complaint, message, text, awaited)
                    .orElseGet(() -> awaited ? evidence(complaint, message, text) : toBeRead(complaint, message));
        });
    }

    /** @return why it is not kept; empty when it is */
    private Optional<Answered> keep(Complaint complaint, CustomerMessage message, String text, boolean read) {
        if (complaint.isErased()) {
            return Optional.of(Answered.NOT_POSSIBLE);
        }
        return messages.keep(complaint.number(), message, text, read) ? Optional.empty() : Optional.of(Answered.ALREADY);
    }

    private Answered evidence(Complaint complaint, CustomerMessage message, String text) {
        complaint.provideEvidence(CleanText.cut(text, NOTED), message.files().size());
        complaints.saveForCustomer(complaint);
        turn.tell(complaint.number(), flow -> flow.evidenceProvided(complaint.number()));
        return Answered.DONE;
    }

    private Answered toBeRead(Complaint complaint, CustomerMessage message) {
        complaint.wrote(message);
        if (message.verified()) {
            complaints.saveForCustomer(complaint);
        } else {
            complaints.save(complaint);
        }
        turn.tell(complaint.number(), flow -> flow.customerWrote(complaint.number()));
        return Answered.DONE;
    }
}
