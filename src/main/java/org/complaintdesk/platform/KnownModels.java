package org.complaintdesk.platform;

import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Which models' jobs this node runs: those that are there when it starts, its own among them, and what administrators deploy
 * later. What a node of a later version brings along during an upgrade stays that node's: its models may need code this node
 * does not have.
 */
@Component
class KnownModels {

    private static final String NOT_YET_TAKEN = """
            select distinct flow.deployment_id_ from act_re_procdef flow join act_re_deployment deployment
                on deployment.id_ = flow.deployment_id_ where flow.deployment_id_ <> all (?)""";

    private final ManagementService management;
    private final ModelEditions editions;
    private final JdbcClient jdbc;

    KnownModels(ManagementService management, ModelEditions editions, JdbcClient jdbc) {
        this.management = management;
        this.editions = editions;
        this.jdbc = jdbc;
    }

    @EventListener(ApplicationStartedEvent.class)
    void takeAll() {
        Set<String> ofLaterVersions = editions.unknown();
        jdbc.sql(NOT_YET_TAKEN).param(taken()).query(String.class).set().stream()
                .filter(deployment -> !ofLaterVersions.contains(deployment))
                .forEach(management::registerDeploymentForJobExecutor);
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void takeWhatPeopleDeployed() {
        jdbc.sql(NOT_YET_TAKEN + " and deployment.source_ is distinct from ?").params(taken(), ModelDeployment.SOURCE)
                .query(String.class).set().forEach(management::registerDeploymentForJobExecutor);
    }

    private String[] taken() {
        return management.getRegisteredDeployments().toArray(String[]::new);
    }
}
