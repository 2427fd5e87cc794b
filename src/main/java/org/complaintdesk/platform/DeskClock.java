package org.complaintdesk.platform;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The one clock of the desk: the engine's own, so that timers and deadlines never disagree. */
@Component
class DeskClock extends Clock {

    private final ZoneId zone;

    @Autowired
    DeskClock(DeskProperties desk) {
        this(desk.zone());
    }

    private DeskClock(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new DeskClock(other);
    }

    @Override
    public Instant instant() {
        return ClockUtil.getCurrentTime().toInstant();
    }
}
