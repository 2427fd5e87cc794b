package org.complaintdesk.platform;

import java.time.Duration;

/**
 * So many times within so long, for each of those it is counted by.
 *
 * @param name what is counted; two limits of the same name share their count
 */
public record Limit(String name, int times, Duration within) {
}
