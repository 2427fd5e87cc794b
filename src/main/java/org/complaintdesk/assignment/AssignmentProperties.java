package org.complaintdesk.assignment;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the assignment.
 *
 * @param mode how new tasks of agents find their person
 */
@ConfigurationProperties("complaintdesk.assignment")
record AssignmentProperties(@DefaultValue("OFF") AssignmentMode mode) {
}
