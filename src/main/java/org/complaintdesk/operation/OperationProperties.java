package org.complaintdesk.operation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param measureEvery how often this node counts what monitoring reads
 * @param jobLag       jobs that have been due longer make the group {@code jobs} of the health unwell
 */
@ConfigurationProperties("complaintdesk.operation")
record OperationProperties(@DefaultValue("PT30S") Duration measureEvery, @DefaultValue("PT5M") Duration jobLag) {
}
