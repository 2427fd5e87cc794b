package org.complaintdesk.platform;

import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Lets nodes that start at the same moment migrate our tables one after the other. Flyway takes turns at migrating, but
 * not at the baseline beside the engine's tables: the second node finds a history that is still empty and gives up.
 */
@Component
class MigrateInTurn implements FlywayMigrationStrategy {

    @Override
    public void migrate(Flyway flyway) {
        try (Turn turn = Turn.await(flyway.getConfiguration().getDataSource(), Turn.Of.DOMAIN_TABLES)) {
            flyway.migrate();
        }
    }
}
