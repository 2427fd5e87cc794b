package org.complaintdesk.complaint;

import java.util.List;
import org.complaintdesk.policy.Money;

/** What was paid in a case, as its story tells. */
public final class Payments {

    private static final String AMOUNT = "amount";

    private Payments() {
    }

    /** @return whether a step was carried out in it that money went out with */
    public static boolean isPart(CaseEvent event) {
        return event.what() == Happening.STEP_DONE && event.details().containsKey(AMOUNT);
    }

    /**
     * Each time a case is handled it is paid once: who arranges a payment and who confirms it speak of the same money, and what
     * was negotiated again has not been paid. A step that was not confirmed before the case ended counts: the money may be gone.
     *
     * @return what was paid before the case was last taken up again
     */
    public static Money beforeReopening(List<CaseEvent> story) {
        Money paid = Money.ZERO;
        Money thisTime = Money.ZERO;
        for (CaseEvent event : story) {
            if (isPart(event)) {
                thisTime = Money.of(event.details().get(AMOUNT));
            } else if (event.what() == Happening.RENEGOTIATED) {
                thisTime = Money.ZERO;
            } else if (event.what() == Happening.REOPENED) {
                paid = paid.plus(thisTime);
                thisTime = Money.ZERO;
            }
        }
        return paid;
    }
}
