package org.complaintdesk.complaint.handling;

import org.complaintdesk.complaint.Complaint;
import org.complaintdesk.complaint.Stage;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/** What follows from the customer's answer to a proposal; after the configured rounds a refusal goes to mediation. */
@Component
class CustomersWord {

    private final HandlingProperties settings;
    private final Wording wording;

    CustomersWord(HandlingProperties settings, Wording wording) {
        this.settings = settings;
        this.wording = wording;
    }

    /** @param complaint with the answer on it */
    Route follow(Complaint complaint) {
        if (complaint.stage() == Stage.EXECUTING) {
            return Route.ACCEPTED;
        }
        if (complaint.round() < settings.proposalRounds()) {
            return Route.DECLINED;
        }
        complaint.mediate(wording.text("handling.rounds-used", complaint.round()));
        return Route.MEDIATE;
    }
}
