package org.complaintdesk.platform;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Which models' jobs this node runs: those that are there when it starts, its own among them, and what administrators deploy
 * later. What a newer node brings along during an upgrade stays that node's: its models may need code this node does not
 * have.
 */
@Component
class KnownModels {

    private final RepositoryService repository;
    private final ManagementService management;

    KnownModels(RepositoryService repository, ManagementService management) {
        this.repository = repository;
        this.management = management;
    }

    @EventListener(ApplicationStartedEvent.class)
    void takeAll() {
        take(deployment -> true);
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void takeWhatPeopleDeployed() {
        take(this::isNotFromAJar);
    }

    private void take(Predicate<String> wanted) {
        Set<String> known = management.getRegisteredDeployments();
        withFlows().stream().filter(deployment -> !known.contains(deployment)).filter(wanted)
                .forEach(management::registerDeploymentForJobExecutor);
    }

    private Set<String> withFlows() {
        return repository.createProcessDefinitionQuery().list().stream().map(ProcessDefinition::getDeploymentId)
                .collect(Collectors.toSet());
    }

    private boolean isNotFromAJar(String deployment) {
        return repository.createDeploymentQuery().deploymentId(deployment).deploymentSource(ModelDeployment.SOURCE)
                .count() == 0;
    }
}
