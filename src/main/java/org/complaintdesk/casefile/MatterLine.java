package org.complaintdesk.casefile;

/**
 * One outside matter as staff read it.
 *
 * @param turn      whose turn it is, in words; how it ended when it has
 * @param due       by when the next thing has to be done; null when it has ended or no clock is kept
 * @param opened    when and by whom
 * @param closed    when and by whom; null while it is open
 * @param holds     whether the case's own clocks wait for it
 * @param reference their number for it, as it is now
 */
record MatterLine(long id, String title, String turn, String due, boolean overdue, boolean open, boolean holds, String opened,
                  String closed, String reference, String whoActs, String note, String result) {
}
