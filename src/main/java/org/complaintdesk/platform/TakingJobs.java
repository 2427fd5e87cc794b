package org.complaintdesk.platform;

import org.springframework.stereotype.Component;

/** Whether this node takes up jobs. What it works on already it ends. */
@Component
public class TakingJobs {

    private volatile boolean paused;

    /** @return whether that is a change */
    public boolean pause(boolean now) {
        boolean before = paused;
        paused = now;
        return before != now;
    }

    public boolean isPaused() {
        return paused;
    }
}
