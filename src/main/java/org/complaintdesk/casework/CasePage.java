package org.complaintdesk.casework;

import java.util.List;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;

/** A page of a list whose cases are counted up to a limit only: nobody reads on, and counting a million takes its time. */
public final class CasePage<C> extends PageImpl<C> {

    private final boolean capped;

    CasePage(List<C> content, Pageable page, int counted, int most) {
        super(content, page, Math.min(counted, most));
        this.capped = counted > most;
    }

    /** @return whether there are more than {@link #getTotalElements()} */
    public boolean isCapped() {
        return capped;
    }

    @Override
    public boolean equals(Object other) {
        return super.equals(other) && other instanceof CasePage<?> page && capped == page.capped;
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + Boolean.hashCode(capped);
    }
}
