package org.complaintdesk.support;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** For tests that move the clock: each begins on a Monday at ten in Shanghai, and leaves the clock as it was. */
public interface OnAMonday {

    Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");

    @BeforeEach
    default void monday() {
        ClockUtil.setCurrentTime(Date.from(MONDAY));
    }

    @AfterEach
    default void backToToday() {
        ClockUtil.reset();
    }
}
