package org.complaintdesk.casefile;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.complaintdesk.complaint.Channel;
import org.complaintdesk.complaint.ComplaintQuery;
import org.complaintdesk.complaint.Stage;
import org.complaintdesk.forecast.CaseSort;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.policy.Category;
import org.complaintdesk.policy.Severity;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/**
 * Which complaints the list shows, as its address says it; null, false and an empty text are no condition. Other pages may
 * link to the list by any of these names.
 *
 * @param receivedOn short for both ends of the days of receipt; {@code closedOn} alike
 * @param sort       what is due is sorted by when, unless something else is asked for
 */
record CaseListFilter(String q, Stage stage, Category category, Severity severity, Channel channel, String shop, String assignee,
                      Boolean overdue, Duration dueWithin, Boolean escalated, Boolean mailFailed,
                      @DateTimeFormat(iso = ISO.DATE) LocalDate receivedOn, @DateTimeFormat(iso = ISO.DATE) LocalDate receivedFrom,
                      @DateTimeFormat(iso = ISO.DATE) LocalDate receivedTo, @DateTimeFormat(iso = ISO.DATE) LocalDate closedOn,
                      @DateTimeFormat(iso = ISO.DATE) LocalDate closedFrom, @DateTimeFormat(iso = ISO.DATE) LocalDate closedTo,
                      CaseSort sort) implements ListFilter {

    private static final int LONGEST = 100;

    CaseListFilter {
        q = text(q);
        overdue = Boolean.TRUE.equals(overdue);
        escalated = Boolean.TRUE.equals(escalated);
        mailFailed = Boolean.TRUE.equals(mailFailed);
        shop = text(shop);
        assignee = text(assignee);
        dueWithin = ComplaintQuery.within(dueWithin);
        receivedFrom = receivedOn == null ? receivedFrom : receivedOn;
        receivedTo = receivedOn == null ? receivedTo : receivedOn;
        closedFrom = closedOn == null ? closedFrom : closedOn;
        closedTo = closedOn == null ? closedTo : closedOn;
        sort = sort != null ? sort : overdue || dueWithin != null ? CaseSort.DUE : CaseSort.NEWEST;
    }

    private static String text(String typed) {
        String clean = CleanText.of(typed);
        return clean == null ? null : CleanText.cut(clean, LONGEST);
    }

    /** @param contacts whether the text may also be somebody's whole phone or address */
    ComplaintQuery query(boolean contacts) {
        return ComplaintQuery.where().text(q).contacts(contacts).stage(stage).category(category).severity(severity).channel(channel)
                .shop(shop).assignee(assignee).overdue(overdue ? Boolean.TRUE : null).dueWithin(dueWithin).escalated(escalated)
                .mailFailed(mailFailed).received(receivedFrom, receivedTo).closed(closedFrom, closedTo).query();
    }

    /** @return whether anything is set that the list shows only when asked for more filters */
    public boolean isDetailed() {
        return category != null || severity != null || channel != null || shop != null || assignee != null || dueWithin != null
                || escalated || mailFailed || receivedFrom != null || receivedTo != null || closedFrom != null || closedTo != null;
    }

    @Override
    public String path() {
        return "/cases";
    }

    @Override
    public Map<String, String> params() {
        Map<String, String> params = new LinkedHashMap<>();
        put(params, "q", q);
        put(params, "stage", stage);
        put(params, "category", category);
        put(params, "severity", severity);
        put(params, "channel", channel);
        put(params, "shop", shop);
        put(params, "assignee", assignee);
        put(params, "overdue", overdue ? true : null);
        put(params, "dueWithin", dueWithin);
        put(params, "escalated", escalated ? true : null);
        put(params, "mailFailed", mailFailed ? true : null);
        put(params, "receivedFrom", receivedFrom);
        put(params, "receivedTo", receivedTo);
        put(params, "closedFrom", closedFrom);
        put(params, "closedTo", closedTo);
        put(params, "sort", sort == CaseSort.NEWEST ? null : sort);
        return params;
    }

    private static void put(Map<String, String> params, String name, Object value) {
        if (value != null) {
            params.put(name, value instanceof Enum<?> word ? word.name() : value.toString());
        }
    }
}
