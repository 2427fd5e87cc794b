package org.complaintdesk.platform;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.Resource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deploys the software's models as one deployment, because a form is bound to the deployment of its process, and only when
 * something changed. A node that starts again in the middle of an upgrade, and is still of the version before, leaves in
 * force what a later one has deployed.
 */
@Component
class ModelDeployment implements SmartInitializingSingleton {

    /** Of deployments made by a node from its own jar. */
    static final String SOURCE = "application";
    static final String NAME = "complaint-desk";

    private static final Logger LOG = LoggerFactory.getLogger(ModelDeployment.class);

    private final RepositoryService repository;
    private final ShippedModels shipped;
    private final ModelEditions editions;
    private final DataSource database;
    private final TransactionTemplate transaction;

    ModelDeployment(RepositoryService repository, ShippedModels shipped, ModelEditions editions, DataSource database,
            PlatformTransactionManager transactions) {
        this.repository = repository;
        this.shipped = shipped;
        this.editions = editions;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterSingletonsInstantiated() {
        Map<String, byte[]> models = shipped.all();
        try (Turn turn = Turn.await(database, Turn.Of.MODELS)) {
            transaction.executeWithoutResult(status -> deploy(models));
        }
    }

    private void deploy(Map<String, byte[]> models) {
        Deployment inForce = latest();
        if (inForce != null && isSame(inForce.getId(), models)) {
            editions.bring(inForce.getId());
        } else if (inForce != null && editions.isOfLaterOne(inForce.getId())) {
            LOG.warn("A later version of the desk has deployed its models here. They stay in force, and this node leaves"
                    + " their timers and mail to the others. Finish the upgrade; to go back on purpose, see docs/operate.md");
        } else {
            DeploymentBuilder deployment = repository.createDeployment().name(NAME).source(SOURCE);
            models.forEach((name, content) -> deployment.addInputStream(name, new ByteArrayInputStream(content)));
            editions.bring(deployment.deploy().getId());
        }
    }

    private Deployment latest() {
        List<Deployment> found = repository.createDeploymentQuery().deploymentName(NAME).deploymentSource(SOURCE)
                .orderByDeploymentTime().desc().listPage(0, 1);
        return found.isEmpty() ? null : found.get(0);
    }

    private boolean isSame(String deployment, Map<String, byte[]> models) {
        List<Resource> deployed = repository.getDeploymentResources(deployment);
        return deployed.size() == models.size()
                && deployed.stream().allMatch(each -> Arrays.equals(each.getBytes(), models.get(each.getName())));
    }
}
