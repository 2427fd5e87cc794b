package org.complaintdesk.faults;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What callers were promised, as they saw it: an answer that did not come promises nothing. Used by many threads. */
public final class Journal {

    private final Map<String, String> complaints = new ConcurrentHashMap<>();
    private final Map<String, String> reviews = new ConcurrentHashMap<>();
    private final Map<String, String> links = new ConcurrentHashMap<>();
    private final Set<String> tasks = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> acts = new ConcurrentHashMap<>();
    private final Map<String, Integer> unsure = new ConcurrentHashMap<>();
    private final Set<String> broken = ConcurrentHashMap.newKeySet();

    /** A complaint was accepted under this number; a second number for the same reference is a broken promise. */
    public void complaint(String shop, String channel, String externalId, String number) {
        promised(complaints, shop + "|" + channel + "|" + externalId, number);
    }

    public void review(String platform, String externalId, String number) {
        promised(reviews, platform + ":" + externalId, number);
    }

    private void promised(Map<String, String> promises, String reference, String number) {
        String before = promises.putIfAbsent(reference, number);
        if (before != null && !before.equals(number)) {
            broken.add(reference + " was promised as " + before + " and as " + number);
        }
    }

    /** The customer's private link to their case. */
    void link(String number, String link) {
        links.put(number, link);
    }

    /** The desk said that the task is done. */
    void completed(String task) {
        if (!tasks.add(task)) {
            broken.add("Task " + task + " was completed twice");
        }
    }

    /**
     * The desk told a customer that it is done.
     *
     * @param what as the story of a case calls it
     */
    void acted(String number, String what) {
        acts.merge(number + "|" + what, 1, Integer::sum);
    }

    /** A customer tried, and got no answer, or one that says nothing: it may be done or not. */
    void perhapsActed(String number, String what) {
        unsure.merge(number + "|" + what, 1, Integer::sum);
    }

    Map<String, String> complaints() {
        return complaints;
    }

    Map<String, String> reviews() {
        return reviews;
    }

    Map<String, String> links() {
        return links;
    }

    Set<String> tasks() {
        return tasks;
    }

    /** How often, by {@code number|what}. */
    Map<String, Integer> acts() {
        return acts;
    }

    /** How often it may have been done besides. */
    int perhaps(String act) {
        return unsure.getOrDefault(act, 0);
    }

    /** Promises that contradict each other. */
    Set<String> broken() {
        return broken;
    }

    @Override
    public String toString() {
        return "%d complaints, %d reviews, %d tasks completed, %d acts of customers".formatted(complaints.size(), reviews.size(),
                tasks.size(), acts.values().stream().mapToInt(Integer::intValue).sum());
    }
}
