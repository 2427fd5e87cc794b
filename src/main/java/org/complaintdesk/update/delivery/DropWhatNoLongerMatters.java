package org.complaintdesk.update.delivery;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.complaintdesk.customer.CaseEndedEarly;
import org.complaintdesk.customer.ContactRefused;
import org.complaintdesk.customer.CustomerErased;
import org.complaintdesk.customer.UpdateKind;
import org.complaintdesk.customer.UpdatesOutdated;
import org.complaintdesk.update.Audience;
import org.complaintdesk.update.CustomerUpdate;
import org.complaintdesk.update.Deliveries;
import org.complaintdesk.update.Route;
import org.complaintdesk.update.Updates;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Takes back what waits for an agent, or for its time, and no longer matters: the case has ended early, the question has
 * been answered, or the customer does not want to hear from us. The texts stay on the case.
 */
@Component
class DropWhatNoLongerMatters {

    private static final Set<UpdateKind> REMINDERS = Set.of(UpdateKind.CUSTOMER_REMINDER, UpdateKind.SURVEY, UpdateKind.SURVEY_REMINDER);

    private final Updates updates;
    private final DoNotContact doNotContact;
    private final Deliveries deliveries;

    DropWhatNoLongerMatters(Updates updates, DoNotContact doNotContact, Deliveries deliveries) {
        this.updates = updates;
        this.doNotContact = doNotContact;
        this.deliveries = deliveries;
    }

    @EventListener
    void drop(CaseEndedEarly ended) {
        drop(updates.lockOpen(ended.caseNumber()), update -> update.route() == Route.TELL || isOneOf(update, REMINDERS)
                || update.audience() == Audience.STAFF && update.route() == Route.WAIT);
    }

    @EventListener
    void drop(UpdatesOutdated outdated) {
        // Whoever answered a question must not wait for the mail server.
        drop(updates.lockOpenUnlessUnderWay(outdated.caseNumber()),
                update -> isOneOf(update, outdated.kinds()) && (waits(update) || isOneOf(update, REMINDERS)));
    }

    @EventListener
    void drop(ContactRefused refused) {
        updates.findUnaskedToTell().stream().filter(doNotContact::appliesTo).forEach(this::drop);
    }

    @EventListener
    void drop(CustomerErased customer) {
        customer.cases().forEach(number -> drop(updates.lockOpen(number), update -> update.audience() == Audience.CUSTOMER));
    }

    private void drop(List<CustomerUpdate> open, Predicate<CustomerUpdate> which) {
        open.stream().filter(which).forEach(this::drop);
    }

    private void drop(CustomerUpdate update) {
        boolean waits = waits(update);
        update.takeRoute(Route.KEEP);
        updates.save(update);
        if (waits) {
            deliveries.takeBack(update.key());
        }
    }

    /** For an agent, or for its time. */
    private static boolean waits(CustomerUpdate update) {
        return update.route() == Route.TELL || update.route() == Route.WAIT;
    }

    private static boolean isOneOf(CustomerUpdate update, Set<UpdateKind> kinds) {
        return update.audience() == Audience.CUSTOMER && kinds.contains(UpdateKind.valueOf(update.kind()));
    }
}
