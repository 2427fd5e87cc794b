package org.complaintdesk.tables;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.complaintdesk.platform.AsSystem;
import org.complaintdesk.platform.ShippedTables;
import org.complaintdesk.platform.ShippedTables.ShippedTable;
import org.complaintdesk.platform.TableUse;
import org.springframework.stereotype.Component;

/** The tables and their versions, as the engine has them. */
@Component
class Tables {

    private static final String SYSTEM = "system";

    private final RepositoryService repository;
    private final AsSystem asSystem;
    private final ShippedTables shipped;
    private final TableStore store;
    private final Map<String, TableUse> uses;

    Tables(RepositoryService repository, AsSystem asSystem, ShippedTables shipped, TableStore store, List<TableUse> uses) {
        this.repository = repository;
        this.asSystem = asSystem;
        this.shipped = shipped;
        this.store = store;
        this.uses = uses.stream().collect(Collectors.toMap(TableUse::table, use -> use));
    }

    /** @return the decisions' ids of every table that people may change, in alphabetical order */
    List<String> names() {
        return shipped.all().stream().map(ShippedTable::id).filter(uses::containsKey).toList();
    }

    boolean has(String table) {
        return uses.containsKey(table) && shipped.all().stream().anyMatch(each -> each.id().equals(table));
    }

    TableUse use(String table) {
        return uses.get(table);
    }

    /** @return the engine's id of the version in force */
    String inForce(String table) {
        return asSystem.call(() -> repository.createDecisionDefinitionQuery().decisionDefinitionKey(table).latestVersion().singleResult().getId());
    }

    /** @return latest first */
    List<Version> versions(String table) {
        Map<String, TableStore.Origin> origins = store.origins(table);
        return asSystem.call(() -> {
            List<DecisionDefinition> found = repository.createDecisionDefinitionQuery().decisionDefinitionKey(table)
                    .orderByDecisionDefinitionVersion().desc().list();
            Map<String, Deployment> deployments = new LinkedHashMap<>();
            List<Version> versions = new ArrayList<>();
            for (DecisionDefinition each : found) {
                Deployment deployment = deployments.computeIfAbsent(each.getDeploymentId(),
                        id -> repository.createDeploymentQuery().deploymentId(id).singleResult());
                versions.add(version(each, deployment, origins.get(each.getId())));
            }
            return List.copyOf(versions);
        });
    }

    private static Version version(DecisionDefinition table, Deployment deployment, TableStore.Origin origin) {
        if (origin == null) {
            return new Version(table.getId(), table.getVersion(), deployment.getDeploymentTime().toInstant(), null, null,
                    TableDeployment.isSoftwares(deployment) ? Version.Origin.SOFTWARE : Version.Origin.OUTSIDE);
        }
        return new Version(table.getId(), table.getVersion(), origin.at(), SYSTEM.equals(origin.who()) ? null : origin.who(),
                origin.note(), origin.house() ? Version.Origin.HOUSE : Version.Origin.SOFTWARE);
    }

    /** @param version the engine's id */
    Sheet sheet(String table, String version) {
        return read(table, file(version));
    }

    /** @return the table as it came with the software */
    Sheet shipped(String table) {
        return read(table, shipped.of(table).content());
    }

    Sheet read(String table, byte[] file) {
        return TableXml.read(file, table, uses.get(table).columns());
    }

    /** @return the DMN file of a version */
    byte[] file(String version) {
        return asSystem.call(() -> {
            try (InputStream file = repository.getDecisionModel(version)) {
                return file.readAllBytes();
            } catch (IOException e) {
                throw new IllegalStateException("The version " + version + " cannot be read", e);
            }
        });
    }

    /** @return whether the software brings a table that nobody has looked at beside the house's own, which is in force */
    boolean hasNews(String table, Version inForce) {
        return inForce.origin() != Version.Origin.SOFTWARE
                && !store.shipped(table).orElse("").equals(shipped.of(table).digest());
    }
}
