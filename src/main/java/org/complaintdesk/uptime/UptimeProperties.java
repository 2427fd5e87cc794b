package org.complaintdesk.uptime;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param clockMayDiffer how far this node's clock may be from the database's */
@ConfigurationProperties("complaintdesk.uptime")
record UptimeProperties(@DefaultValue("PT1M") Duration clockMayDiffer) {
}
