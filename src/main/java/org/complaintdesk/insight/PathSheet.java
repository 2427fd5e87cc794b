package org.complaintdesk.insight;

import java.util.Collection;
import java.util.List;

/**
 * The way of an instance through its model.
 *
 * @param definition the id of the version whose diagram shows it
 * @param elements   the ids of the elements it has been at
 * @param open       the ids of those it is at
 * @param canceled   the ids of those it never completed
 * @param flows      the ids of the sequence flows it took, as far as its history tells
 * @param steps      what it went through, in order, without gateways
 */
record PathSheet(String instance, String title, String definition, Collection<String> elements, Collection<String> open,
                 Collection<String> canceled, Collection<String> flows, List<Step> steps) {

    /**
     * @param state  in words: done, canceled, or still there
     * @param length how long it stayed, in words
     * @param who    whose it was; empty when it was no person's
     * @param into   the id of the instance it called; null when it did not
     */
    record Step(String element, String name, String from, String length, String who, String state, boolean open, String into) {
    }
}
