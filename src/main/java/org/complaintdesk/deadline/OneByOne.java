package org.complaintdesk.deadline;

import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Work on many cases, each in a transaction of its own so that nobody waits long for it. When it gets into the way of a
 * person or a timer it steps back and tries again.
 */
@Component
class OneByOne {

    private static final int TRIES = 5;

    private final TransactionTemplate transaction;

    OneByOne(TransactionTemplate transaction) {
        this.transaction = transaction;
    }

    void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    <T> T call(Supplier<T> work) {
        for (int tries = 1;; tries++) {
            try {
                return transaction.execute(status -> work.get());
            } catch (ConcurrencyFailureException inTheWay) {
                if (tries == TRIES) {
                    throw inTheWay;
                }
            }
        }
    }
}
