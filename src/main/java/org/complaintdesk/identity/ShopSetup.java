package org.complaintdesk.identity;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
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

    private final IdentityService identity;
    private final Shops shops;
    private final Wording wording;

    ShopSetup(IdentityService identity, Shops shops, Wording wording) {
        this.identity = identity;
        this.shops = shops;
        this.wording = wording;
    }

    void ensure() {
        ensureGroup();
        // Tenants stay when their shops leave the settings: there are none only as long as there were no shops.
        boolean first = !shops.configured().isEmpty() && identity.createTenantQuery().count() == 0;
        shops.configured().forEach(this::ensureTenant);
        if (first) {
            letEverybodyIn();
        }
    }

    private void letEverybodyIn() {
        Set<String> not = Stream.of(Shops.ALL, Accounts.LEFT).flatMap(group -> identity.createUserQuery().memberOfGroup(group).list().stream())
                .map(User::getId).collect(Collectors.toSet());
        identity.createUserQuery().list().stream().map(User::getId).filter(user -> !not.contains(user))
                .forEach(user -> identity.createMembership(user, Shops.ALL));
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
