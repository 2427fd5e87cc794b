package org.complaintdesk.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings of sign-in.
 *
 * @param adminPassword the password of the first administrator; generated and printed once when not set. Without effect
 *                      as soon as there is an administrator.
 */
@ConfigurationProperties("complaintdesk")
record IdentityProperties(String adminPassword) {
}
