package org.complaintdesk.update;

import java.time.Instant;
import java.util.List;
import org.complaintdesk.customer.Masked;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was said to customers and colleagues about a case. */
@Component
public class CustomerUpdates {

    private final Updates updates;

    CustomerUpdates(Updates updates) {
        this.updates = updates;
    }

    /** All updates of a case, oldest first. */
    @Transactional(readOnly = true)
    public List<View> of(String caseNumber) {
        return updates.findByCaseNumberOrderById(caseNumber).stream().map(View::of).toList();
    }

    /**
     * One update as the case file shows it.
     *
     * @param kind      name of an UpdateKind, or of a StaffNotice when the audience is STAFF
     * @param route     null while it is not chosen
     * @param recipient the masked e-mail address, null when there is none
     * @param at        when it was told or sent, else when it came up
     * @param rejection the mail server's reply when it refused the address, else null
     * @param via       how an agent told it, else null
     * @param by        the user id of the agent who told it, else null
     * @param note      what the customer answered to the agent, else null
     */
    public record View(String key, String kind, Audience audience, Route route, UpdateState state, String subject,
                       String text, String recipient, Instant at, String rejection, ToldVia via, String by,
                       String note) {

        private static View of(CustomerUpdate update) {
            return new View(update.key(), update.kind(), update.audience(), update.route(), update.state(),
                    update.subject(), update.body(), Masked.email(update.recipient()), update.lastChange(),
                    update.rejection(), update.toldVia(), update.toldBy(), update.toldNote());
        }
    }
}
