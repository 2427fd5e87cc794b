package org.complaintdesk.identity;

import java.time.Instant;

/**
 * Somebody's sign-in that waits because of wrong passwords.
 *
 * @param user        the user id that was tried; there need not be such a user
 * @param failures    wrong passwords lately, from all addresses
 * @param until       when the longest of the waits ends
 * @param lastAddress where the last of them came from; of an IPv6 address the network
 */
public record Throttled(String user, int failures, Instant until, String lastAddress) {
}
