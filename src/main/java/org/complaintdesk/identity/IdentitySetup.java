package org.complaintdesk.identity;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings groups, grants, the first administrator, shops and the task filters up to date before the first request is served. */
@Component
class IdentitySetup implements SmartInitializingSingleton {

    private static final long LOCK = 0x636f6d70646573L;

    private final TransactionTemplate transaction;
    private final JdbcClient database;
    private final Groups groups;
    private final Grants grants;
    private final FirstAdmin firstAdmin;
    private final ShopSetup shops;
    private final InstanceShops instances;
    private final TaskFilters filters;

    IdentitySetup(TransactionTemplate transaction, JdbcClient database, Groups groups, Grants grants,
                  FirstAdmin firstAdmin, ShopSetup shops, InstanceShops instances, TaskFilters filters) {
        this.transaction = transaction;
        this.database = database;
        this.groups = groups;
        this.grants = grants;
        this.firstAdmin = firstAdmin;
        this.shops = shops;
        this.instances = instances;
        this.filters = filters;
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> {
            waitForOtherNodes();
            groups.ensure();
            grants.ensure();
            grants.dropThoseOfSingleTasks();
            firstAdmin.ensure();
            shops.ensure();
            filters.ensure();
        });
        instances.align();
    }

    /** Nodes that start at the same moment take turns; the lock ends with the transaction. */
    private void waitForOtherNodes() {
        database.sql("select 1 from (select pg_advisory_xact_lock(:lock)) taken").param("lock", LOCK).query(Integer.class).single();
    }
}
