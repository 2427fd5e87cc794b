package org.complaintdesk.ledger;

import java.time.Instant;

/**
 * One line of a list of clocks, in words.
 *
 * @param id       where the clock stands on the page of its case
 * @param late     whether its times are shown as late
 * @param standing what is left, what it waits for, or how late it was
 * @param remark   null when there is nothing more to say
 * @param finish   when the case is likely to be settled; null where nothing is forecast
 * @param chance   how likely its settlement is late; null likewise
 */
record BoardRow(String number, String id, String clock, String severity, String channel, String shop, Instant dueAt, String due,
                boolean late, String standing, String remark, String finish, String chance) {
}
