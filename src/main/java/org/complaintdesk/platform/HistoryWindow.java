package org.complaintdesk.platform;

import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Lets the engine delete expired history at the hours of the settings, by the installation's zone and not the machine's. */
@Component
class HistoryWindow extends AbstractProcessEnginePlugin {

    private static final DateTimeFormatter WITH_OFFSET = DateTimeFormatter.ofPattern("HH:mmxx");

    private final HistoryProperties settings;
    private final ZoneId zone;

    HistoryWindow(HistoryProperties settings, DeskProperties desk) {
        this.settings = settings;
        this.zone = desk.zone();
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        QuietHours window = settings.window();
        if (!window.from().equals(window.until())) {
            engine.setHistoryCleanupBatchWindowStartTime(inZone(window.from()));
            engine.setHistoryCleanupBatchWindowEndTime(inZone(window.until()));
        }
        engine.setHistoryCleanupDegreeOfParallelism(settings.atOnce());
    }

    /** The offset is today's: where clocks change, the window is an hour off until the next start. */
    private String inZone(LocalTime time) {
        return time.atDate(Clock.system(zone).instant().atZone(zone).toLocalDate()).atZone(zone).format(WITH_OFFSET);
    }
}
