package org.complaintdesk.forecast;

import org.complaintdesk.casework.CaseOrder;

/** How lists of complaints can be sorted. Labels: {@code CaseSort.*} in the message bundles. */
public enum CaseSort {
    /** Latest first. */
    NEWEST(CaseOrder.NEWEST),
    /** Open and unsettled ones, the next due first. */
    DUE(new CaseOrder("c.closed_at is null and c.settled_at is null", "c.settlement_due, c.id desc", "c.id, c.settlement_due")),
    /** Open and unsettled ones, the likeliest to be late first; those of which nothing is known last. */
    RISK(forecast("f.chance", "desc")),
    /** Open and unsettled ones, the first to be settled first; those of which nothing is known, or which wait, last. */
    FINISH(forecast("f.likely_at", "asc"));

    private final CaseOrder order;

    CaseSort(CaseOrder order) {
        this.order = order;
    }

    private static CaseOrder forecast(String place, String direction) {
        return new CaseOrder("left join case_forecast f on f.complaint_id = c.id", "c.closed_at is null and c.settled_at is null",
                "%s %s nulls last, c.id desc".formatted(place, direction), "c.id",
                new CaseOrder.Rank("case_forecast f", "f.complaint_id", place + " is not null", "%s %s, f.complaint_id desc".formatted(place, direction)));
    }

    public CaseOrder order() {
        return order;
    }
}
