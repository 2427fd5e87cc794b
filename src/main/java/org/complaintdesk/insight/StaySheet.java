package org.complaintdesk.insight;

import java.util.List;

/**
 * How long cases stay at the steps of one flow.
 *
 * @param process    the key of the flow
 * @param definition the id of the version whose diagram shows it
 * @param flows      what can be chosen
 * @param period     in words
 * @param counted    how many stays of the period were counted
 * @param steps      the longest first
 */
record StaySheet(String process, String definition, List<Flow> flows, int days, String period, long counted, List<Step> steps) {

    /** A flow that can be chosen. */
    record Flow(String key, String name) {
    }

    /**
     * @param stays    how many ended in the period
     * @param usual    what half of them did not exceed, in words; empty when there were none
     * @param slow     what nine in ten did not exceed, in words
     * @param longest  in words
     * @param heat     0 to 1: how long a stay usually is, against the step where it is longest
     * @param standing how many cases stand there now
     * @param since    since when the one that came first, in words; empty when there is none
     * @param waiting  how long that one has stood there, in words
     * @param stuck    how many stand there longer than nine in ten of the period did
     */
    record Step(String id, String name, long stays, String usual, String slow, String longest, double heat, long standing, String since,
                String waiting, long stuck) {
    }

    /** A case at a step. */
    record Standing(String number, String href, String instance, String since, String waiting, String who) {
    }
}
