package org.complaintdesk.operation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param measureEvery how often this node counts what monitoring reads
 * @param jobLag       jobs that have been due longer make the group {@code jobs} of the health unwell
 * @param stopNotice   how long a node that was told to stop goes on while its readiness is 503 already; longer than a proxy
 *                     needs to notice
 */
@ConfigurationProperties("complaintdesk.operation")
record OperationProperties(@DefaultValue("PT30S") Duration measureEvery, @DefaultValue("PT5M") Duration jobLag,
        @DefaultValue("PT5S") Duration stopNotice) {
}
