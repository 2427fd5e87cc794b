package org.complaintdesk.platform;

import java.time.Duration;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Gives all versions of the models the time that the settings keep history for. It counts for what begins afterwards; what
 * has begun was given its end when it began.
 */
@Component
class HistoryRetention {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryRetention.class);

    private final RepositoryService repository;
    private final HistoryProperties settings;

    HistoryRetention(RepositoryService repository, HistoryProperties settings) {
        this.repository = repository;
        this.settings = settings;
    }

    @EventListener(ApplicationStartedEvent.class)
    void apply() {
        repository.createProcessDefinitionQuery().list().forEach(flow -> keptFor(flow.getKey())
                .filter(days -> !days.equals(flow.getHistoryTimeToLive())).ifPresent(days -> {
                    repository.updateProcessDefinitionHistoryTimeToLive(flow.getId(), days);
                    LOG.info("History of {} is kept for {} days from now on", flow.getId(), days);
                }));
        if (settings.decisions() != null) {
            int days = days(settings.decisions());
            repository.createDecisionDefinitionQuery().list().stream()
                    .filter(table -> !Integer.valueOf(days).equals(table.getHistoryTimeToLive()))
                    .forEach(table -> repository.updateDecisionDefinitionHistoryTimeToLive(table.getId(), days));
        }
    }

    private Optional<Integer> keptFor(String flow) {
        String room = flow.substring(0, flow.indexOf('-') < 0 ? flow.length() : flow.indexOf('-'));
        return Optional.ofNullable(switch (room) {
            case "complaint", "review" -> settings.cases();
            case "update" -> settings.messages();
            case "intake" -> settings.intake();
            default -> null;
        }).map(HistoryRetention::days);
    }

    private static int days(Duration kept) {
        return Math.toIntExact(kept.toDays());
    }
}
