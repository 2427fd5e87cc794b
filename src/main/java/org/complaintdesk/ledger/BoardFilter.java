package org.complaintdesk.ledger;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.complaintdesk.deadline.BoardQuery;
import org.complaintdesk.deadline.BoardQuery.Shown;
import org.complaintdesk.deadline.ClockName;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.policy.Severity;

/** Which clocks a supervisor wants to see, as the page's address says it; what is null is no condition. */
record BoardFilter(BoardTab tab, ClockName clock, Severity severity, String shop) {

    BoardFilter {
        tab = Objects.requireNonNullElse(tab, BoardTab.AHEAD);
        shop = CleanText.of(shop);
    }

    /** @return whether anything but the list itself is chosen */
    public boolean isNarrow() {
        return clock != null || severity != null || shop != null;
    }

    BoardFilter on(BoardTab other) {
        return new BoardFilter(other, clock, severity, shop);
    }

    /** @return whether no clock can be in the list, because it is one of first answers and another clock is chosen */
    boolean isEmpty() {
        return tab == BoardTab.FIRST_RESPONSE && clock != null && clock != ClockName.FIRST_RESPONSE;
    }

    /** @param hidden the shops whose clocks are left out */
    BoardQuery query(List<String> hidden, int page, int size) {
        Shown shown = switch (tab) {
            case BREACHED -> Shown.OVERDUE;
            case FIRST_RESPONSE -> Shown.MISSED;
            case WAITING -> Shown.WAITING;
            default -> Shown.AHEAD;
        };
        Set<ClockName> names = tab == BoardTab.FIRST_RESPONSE ? Set.of(ClockName.FIRST_RESPONSE) : clock == null ? Set.of() : Set.of(clock);
        return new BoardQuery(shown, names, shop, severity == null ? null : severity.name(), hidden, page, size);
    }
}
