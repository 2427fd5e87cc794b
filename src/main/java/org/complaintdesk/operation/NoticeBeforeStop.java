package org.complaintdesk.operation;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A node that is told to stop says so first: readiness is 503 already, everything else goes on until the proxy has noticed
 * and sends nobody here any more. What is being answered then is finished as before. Without it a request that was sent in
 * the moment the port closed was lost.
 */
@Component
class NoticeBeforeStop {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeBeforeStop.class);

    private final ApplicationContext desk;
    private final OperationProperties settings;

    NoticeBeforeStop(ApplicationContext desk, OperationProperties settings) {
        this.desk = desk;
        this.settings = settings;
    }

    /** First of all: others stop their threads when they hear of it. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void wait(ContextClosedEvent closing) throws InterruptedException {
        if (closing.getApplicationContext() == desk && !settings.stopNotice().isZero()) {
            LOG.info("Not ready any more, for the proxy to see; stopping in {}", settings.stopNotice());
            TimeUnit.MILLISECONDS.sleep(settings.stopNotice().toMillis());
        }
    }
}
