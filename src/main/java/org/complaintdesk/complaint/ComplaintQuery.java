package org.complaintdesk.complaint;

import java.time.Duration;
import java.time.LocalDate;
import org.complaintdesk.platform.CleanText;
import org.complaintdesk.policy.Category;
import org.complaintdesk.policy.Severity;

/**
 * Which complaints to list; null means any, false no condition. Days are the desk's own, in its time zone.
 *
 * @param severity     P3 for those that triage has not looked at, too
 * @param assignee     the user id of whoever has an open task of the case; {@link #NOBODY} for cases with a task nobody has
 *                     taken
 * @param overdue      true for those whose settlement is overdue, false for the others
 * @param dueWithin    settlement not overdue, but due within this time; a year at most, no time at all says nothing
 * @param escalated    open, unsettled and escalated
 * @param mailFailed   open, and a message to the customer could not be delivered: nobody has resent or told it yet
 * @param receivedFrom the first day, {@code receivedTo} the last; {@code closedFrom} and {@code closedTo} alike
 * @param text         words, each somewhere in order number, external number, customer's name, description, wish, cause or
 *                     what the customer wrote; or the whole number of a case
 * @param contacts     whether the text may also be a customer's whole phone or address; for those who may see them
 */
public record ComplaintQuery(Stage stage, Category category, Severity severity, Channel channel, String shop, String assignee,
                             Boolean overdue, Duration dueWithin, boolean escalated, boolean mailFailed, LocalDate receivedFrom,
                             LocalDate receivedTo, LocalDate closedFrom, LocalDate closedTo, String text, boolean contacts) {

    /** As {@link #assignee}. */
    public static final String NOBODY = "-";
    private static final Duration FARTHEST = Duration.ofDays(366);
    /** Every complaint. */
    public static final ComplaintQuery ALL = where().query();

    public ComplaintQuery {
        shop = CleanText.of(shop);
        assignee = CleanText.of(assignee);
        text = CleanText.of(text);
        dueWithin = within(dueWithin);
    }

    /** @return the time as {@link #dueWithin} has it; null for none */
    public static Duration within(Duration time) {
        return time == null || time.isNegative() || time.isZero() ? null : time.compareTo(FARTHEST) > 0 ? FARTHEST : time;
    }

    /** Begins a query that is narrowed step by step. */
    public static Builder where() {
        return new Builder();
    }

    /** A query in the making. */
    public static final class Builder {

        private Stage stage;
        private Category category;
        private Severity severity;
        private Channel channel;
        private String shop;
        private String assignee;
        private Boolean overdue;
        private Duration dueWithin;
        private boolean escalated;
        private boolean mailFailed;
        private LocalDate receivedFrom;
        private LocalDate receivedTo;
        private LocalDate closedFrom;
        private LocalDate closedTo;
        private String text;
        private boolean contacts;

        private Builder() {
        }

        public Builder stage(Stage stage) {
            this.stage = stage;
            return this;
        }

        public Builder category(Category category) {
            this.category = category;
            return this;
        }

        public Builder severity(Severity severity) {
            this.severity = severity;
            return this;
        }

        public Builder channel(Channel channel) {
            this.channel = channel;
            return this;
        }

        public Builder shop(String shop) {
            this.shop = shop;
            return this;
        }

        public Builder assignee(String assignee) {
            this.assignee = assignee;
            return this;
        }

        public Builder overdue(Boolean overdue) {
            this.overdue = overdue;
            return this;
        }

        public Builder dueWithin(Duration dueWithin) {
            this.dueWithin = dueWithin;
            return this;
        }

        public Builder escalated(boolean escalated) {
            this.escalated = escalated;
            return this;
        }

        public Builder mailFailed(boolean mailFailed) {
            this.mailFailed = mailFailed;
            return this;
        }

        /** @param from the first day, @param to the last; null leaves it open */
        public Builder received(LocalDate from, LocalDate to) {
            this.receivedFrom = from;
            this.receivedTo = to;
            return this;
        }

        /** @param from the first day, @param to the last; null leaves it open */
        public Builder closed(LocalDate from, LocalDate to) {
            this.closedFrom = from;
            this.closedTo = to;
            return this;
        }

        public Builder text(String text) {
            this.text = text;
            return this;
        }

        public Builder contacts(boolean contacts) {
            this.contacts = contacts;
            return this;
        }

        public ComplaintQuery query() {
            return new ComplaintQuery(stage, category, severity, channel, shop, assignee, overdue, dueWithin, escalated, mailFailed,
                    receivedFrom, receivedTo, closedFrom, closedTo, text, contacts);
        }
    }
}
