package org.complaintdesk.casework;

import org.complaintdesk.identity.StaffGroup;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the escalation.
 *
 * @param thirdLevelGroup who sees to a case that supervisors and managers have not brought to its end
 */
@ConfigurationProperties("complaintdesk.deadline")
record EscalationProperties(@DefaultValue("managers") StaffGroup thirdLevelGroup) {
}
