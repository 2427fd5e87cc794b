package org.complaintdesk.operation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Counts for monitoring, every half a minute at most. While the database is away the age of the figures says so. */
@Component
@ConditionalOnProperty(name = "complaintdesk.operation.enabled", matchIfMissing = true)
class TakeReadings {

    private static final Logger LOG = LoggerFactory.getLogger(TakeReadings.class);

    private final Readings readings;

    TakeReadings(Readings readings) {
        this.readings = readings;
    }

    @Scheduled(fixedDelayString = "${complaintdesk.operation.measure-every:PT30S}", initialDelayString = "PT5S")
    void take() {
        try {
            readings.takeRested();
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("The figures for monitoring cannot be counted: {}", away.getMessage());
        }
    }
}
