package org.complaintdesk.platform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys everything under {@code processes/} and {@code forms/} under its relative path, in the installation's
 * language, as one deployment and only when something changed. The whole set goes together because a form is bound to
 * the deployment of its process. Decision tables are left out: people change them, so each has its own versions.
 */
@Component
class ModelDeployment implements SmartInitializingSingleton {

    /** Of deployments made by a node from its own jar. */
    static final String SOURCE = "application";

    private static final List<String> FOLDERS = List.of("processes", "forms");

    private final RepositoryService repository;
    private final ModelTranslation translation;

    ModelDeployment(RepositoryService repository, ModelTranslation translation) {
        this.repository = repository;
        this.translation = translation;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            DeploymentBuilder deployment = repository.createDeployment().name("complaint-desk").source(SOURCE)
                    .enableDuplicateFiltering(false);
            for (String folder : FOLDERS) {
                for (Resource model : new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/**/*.*")) {
                    String url = model.getURL().toString();
                    String name = url.substring(url.lastIndexOf("/" + folder + "/") + 1);
                    if (name.startsWith(ShippedTables.FOLDER)) {
                        continue;
                    }
                    byte[] content = translation.translate(name, model.getContentAsByteArray());
                    deployment.addInputStream(name, new ByteArrayInputStream(content));
                }
            }
            deployment.deploy();
        } catch (IOException e) {
            throw new IllegalStateException("The models cannot be read from the application", e);
        }
    }
}
