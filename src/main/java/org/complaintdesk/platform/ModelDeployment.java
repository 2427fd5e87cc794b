package org.complaintdesk.platform;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys everything under {@code processes/} and {@code forms/} under its relative path, as one deployment and only
 * when something changed. The whole set goes together because a form is bound to the deployment of its process.
 */
@Component
class ModelDeployment implements SmartInitializingSingleton {

    private static final List<String> FOLDERS = List.of("processes", "forms");

    private final RepositoryService repository;

    ModelDeployment(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            DeploymentBuilder deployment = repository.createDeployment().name("complaint-desk").source("application")
                    .enableDuplicateFiltering(false);
            for (String folder : FOLDERS) {
                for (Resource model : new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/**/*.*")) {
                    String url = model.getURL().toString();
                    try (InputStream content = model.getInputStream()) {
                        deployment.addInputStream(url.substring(url.lastIndexOf("/" + folder + "/") + 1), content);
                    }
                }
            }
            deployment.deploy();
        } catch (IOException e) {
            throw new IllegalStateException("The models cannot be read from the application", e);
        }
    }
}
