package org.complaintdesk.complaint;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets a customer act on a case: facts and flow in one transaction, one after the other when several act at once. Who was
 * overtaken by a colleague is asked again, and then sees what has become of the case.
 */
@Component
class CustomerTurn {

    private static final Logger LOG = LoggerFactory.getLogger(CustomerTurn.class);
    private static final int ATTEMPTS = 4;

    private final Complaints complaints;
    private final ObjectProvider<ComplaintHandling> handling;
    private final TransactionTemplate transaction;

    CustomerTurn(Complaints complaints, ObjectProvider<ComplaintHandling> handling, PlatformTransactionManager transactions) {
        this.complaints = complaints;
        this.handling = handling;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The flow does not listen for what the facts say it waits for; what was done so far is undone. */
    private static class FlowNotWaiting extends RuntimeException {

        FlowNotWaiting(ComplaintNumber number) {
            super("The flow of " + number + " does not wait for its customer");
        }
    }

    /**
     * @param guard {@link Answered#DONE} when the verb is possible; else nothing happens
     * @param flow  tells the flow; false when it was not waiting
     */
    Answered take(ComplaintNumber number, Function<Complaint, Answered> guard, Consumer<Complaint> verb,
                  Predicate<ComplaintHandling> flow) {
        return take(number, guard, verb, complaints::saveForCustomer, flow);
    }

    /** The same for a colleague who does it for the customer: the story says who. */
    Answered takeFor(ComplaintNumber number, Function<Complaint, Answered> guard, Consumer<Complaint> verb,
                     Predicate<ComplaintHandling> flow) {
        return take(number, guard, verb, complaints::save, flow);
    }

    private Answered take(ComplaintNumber number, Function<Complaint, Answered> guard, Consumer<Complaint> verb,
                          Consumer<Complaint> save, Predicate<ComplaintHandling> flow) {
        return inTurn(number, complaint -> {
            Answered possible = guard.apply(complaint);
            if (possible == Answered.DONE) {
                verb.accept(complaint);
                save.accept(complaint);
                tell(number, flow);
            }
            return possible;
        });
    }

    void tell(ComplaintNumber number, Predicate<ComplaintHandling> flow) {
        if (!flow.test(handling.getObject())) {
            throw new FlowNotWaiting(number);
        }
    }

    /** While this runs nobody else changes the case. */
    Answered inTurn(ComplaintNumber number, Function<Complaint, Answered> work) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.apply(complaints.lock(number));
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> work.apply(complaints.lock(number)));
            } catch (ConcurrencyFailureException overtaken) {
                if (attempt == ATTEMPTS) {
                    throw overtaken;
                }
            } catch (FlowNotWaiting refused) {
                LOG.warn(refused.getMessage());
                return Answered.NOT_POSSIBLE;
            }
        }
    }
}
