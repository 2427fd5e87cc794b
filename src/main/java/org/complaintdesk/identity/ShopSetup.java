package org.complaintdesk.identity;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.complaintdesk.platform.Wording;
import org.springframework.stereotype.Component;

/**
 * Brings the engine's tenants in line with the shops of the settings. Whoever worked here before there were shops sees all
 * of them, until somebody says otherwise; who comes later sees what he or she is given.
 */
@Component
class ShopSetup {

    /** A property of the engine: whoever worked here before has been let into every shop. */
    private static final String LET_IN = "desk.everybody-let-into-all-shops";

    private final IdentityService identity;
    private final ManagementService management;
    private final Shops shops;
    private final Wording wording;

    ShopSetup(IdentityService identity, ManagementService management, Shops shops, Wording wording) {
        this.identity = identity;
        this.management = management;
        this.shops = shops;
        this.wording = wording;
    }

    void ensure() {
        ensureGroup();
        shops.configured().forEach(this::ensureTenant);
        if (!management.getProperties().containsKey(LET_IN)) {
            List<String> inside = identity.createUserQuery().memberOfGroup(Shops.ALL).list().stream().map(User::getId).toList();
            identity.createUserQuery().list().stream().map(User::getId).filter(user -> !inside.contains(user))
                    .forEach(user -> identity.createMembership(user, Shops.ALL));
            management.setProperty(LET_IN, "done");
        }
    }

    private void ensureGroup() {
        if (identity.createGroupQuery().groupId(Shops.ALL).count() == 0) {
            Group all = identity.newGroup(Shops.ALL);
            all.setName(wording.text("shops.all"));
            all.setType("WORKFLOW");
            identity.saveGroup(all);
        }
    }

    /** A tenant that the settings no longer name stays, with its people: the shop may come back. */
    private void ensureTenant(String shop) {
        if (identity.createTenantQuery().tenantId(shop).count() == 0) {
            Tenant tenant = identity.newTenant(shop);
            tenant.setName(shop);
            identity.saveTenant(tenant);
        }
        List<String> members = identity.createGroupQuery().memberOfTenant(shop).list().stream().map(Group::getId).toList();
        Shops.SEE_ALL.stream().filter(group -> !members.contains(group))
                .forEach(group -> identity.createTenantGroupMembership(shop, group));
    }
}
