package org.complaintdesk.roster;

import org.complaintdesk.platform.QuietHours;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the roster needs of the settings of the deadlines.
 *
 * @param quietHours when reminders to colleagues wait, in the desk's time zone; {@code off} for never
 */
@ConfigurationProperties("complaintdesk.deadline")
record RosterProperties(@DefaultValue("22:00-08:00") QuietHours quietHours) {
}
