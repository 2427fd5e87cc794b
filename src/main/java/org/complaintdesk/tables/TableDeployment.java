package org.complaintdesk.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.complaintdesk.audit.AuditEvent;
import org.complaintdesk.audit.AuditLog;
import org.complaintdesk.platform.Edition;
import org.complaintdesk.platform.ShippedTables;
import org.complaintdesk.platform.ShippedTables.ShippedTable;
import org.complaintdesk.platform.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts tables in force. At the start it is the software's, where they are new or changed and the house has not made the
 * table its own; a house's table stays, and its supervisors are told that there is a newer one. Only where the software
 * asks a table for other columns its own has to take the place, and that is told too. A node that starts again in the middle
 * of an upgrade, and is still of the version before, changes nothing.
 */
@Component
class TableDeployment implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(TableDeployment.class);
    private static final String SOFTWARE = "application";
    private static final String SYSTEM = "system";
    /** The note of a version that had to take the place of the house's own. */
    static final String OTHER_COLUMNS = "other columns";

    private final RepositoryService repository;
    private final ShippedTables shipped;
    private final TableStore store;
    private final AuditLog audit;
    private final Edition edition;
    private final DataSource database;
    private final TransactionTemplate transaction;

    TableDeployment(RepositoryService repository, ShippedTables shipped, TableStore store, AuditLog audit, Edition edition,
            DataSource database, PlatformTransactionManager transactions) {
        this.repository = repository;
        this.shipped = shipped;
        this.store = store;
        this.audit = audit;
        this.edition = edition;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    static boolean isSoftwares(Deployment deployment) {
        return SOFTWARE.equals(deployment.getSource());
    }

    @Override
    public void afterSingletonsInstantiated() {
        try (Turn turn = Turn.await(database, Turn.Of.TABLES)) {
            shipped.all().forEach(table -> transaction.executeWithoutResult(status -> start(table)));
        }
    }

    private void start(ShippedTable table) {
        store.lock(table.id());
        DecisionDefinition inForce = latest(table.id());
        if (!store.look(table.id(), edition.builtAt()) && inForce != null) {
            if (!Arrays.equals(file(inForce), table.content())) {
                LOG.info("A later version of the desk has looked after the table {}; it stays as it is", table.id());
            }
            return;
        }
        String known = store.shipped(table.id()).orElse("");
        if (inForce == null) {
            takeOver(table, null);
        } else if (isHouses(table, inForce)) {
            keep(table, inForce, known);
        } else if (!Arrays.equals(file(inForce), table.content())) {
            takeOver(table, null);
        } else if (!known.equals(table.digest())) {
            store.shipped(table.id(), table.digest());
        }
    }

    /** What an administrator deployed past the desk counts as the house's own, too. */
    private boolean isHouses(ShippedTable table, DecisionDefinition inForce) {
        TableStore.Origin origin = store.origins(table.id()).get(inForce.getId());
        return origin != null ? origin.house()
                : !isSoftwares(repository.createDeploymentQuery().deploymentId(inForce.getDeploymentId()).singleResult());
    }

    private void keep(ShippedTable table, DecisionDefinition inForce, String known) {
        if (!TableXml.read(table.content(), table.id(), Map.of()).shape().equals(shape(table, inForce))) {
            LOG.warn("The house's own table {} has not the columns this version of the software asks for; the software's is in"
                    + " force. See /policy/tables/{}", table.id(), table.id());
            audit.record(AuditEvent.POLICY_CHANGED, table.id(), "replaced by the software's: other columns");
            takeOver(table, OTHER_COLUMNS);
        } else if (!known.equals(table.digest())) {
            LOG.info("The house's own table {} stays in force; the software brings a newer one. See /policy/tables/{}",
                    table.id(), table.id());
        }
    }

    private String shape(ShippedTable table, DecisionDefinition inForce) {
        try {
            return TableXml.read(file(inForce), table.id(), Map.of()).shape();
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    private void takeOver(ShippedTable table, String note) {
        String version = deploy(table.id(), table.content(), SOFTWARE);
        store.add(table.id(), version, false, SYSTEM, note);
        store.shipped(table.id(), table.digest());
    }

    /** @return the engine's id of the new version */
    String deploy(String table, byte[] file, String source) {
        return repository.createDeployment().name("policy " + table).source(source)
                .addInputStream(shipped.of(table).resource(), new ByteArrayInputStream(file)).deployWithResult()
                .getDeployedDecisionDefinitions().stream().filter(each -> each.getKey().equals(table)).findFirst().orElseThrow().getId();
    }

    private DecisionDefinition latest(String table) {
        return repository.createDecisionDefinitionQuery().decisionDefinitionKey(table).latestVersion().singleResult();
    }

    private byte[] file(DecisionDefinition version) {
        try (InputStream file = repository.getDecisionModel(version.getId())) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("The version " + version.getId() + " cannot be read", e);
        }
    }
}
