package org.complaintdesk.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Tenant;
import org.complaintdesk.platform.AsSystem;
import org.complaintdesk.platform.DeskProperties;
import org.complaintdesk.platform.DeskProperties.Shop;
import org.complaintdesk.platform.Wording;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Starts of an installation that has no shops in its settings at first; everything is taken back. */
@DeskTest
@Transactional
class ShopSetupTests {

    private static final String FIRST = "第一家店";
    private static final String SECOND = "第二家店";

    @Autowired Accounts accounts;
    @Autowired IdentityService identity;
    @Autowired AsSystem asSystem;
    @Autowired JdbcClient jdbc;
    @Autowired Wording wording;
    @Autowired DeskProperties desk;

    @Test
    void who_worked_here_before_the_first_shop_sees_it_and_later_ones_and_who_comes_later_what_he_is_given() {
        identity.createTenantQuery().list().stream().map(Tenant::getId).forEach(identity::deleteTenant);
        start();
        joins("shopearly");
        joins("shopgone");
        accounts.close("shopgone");

        Shops one = start(FIRST);
        joins("shoplate");
        assertThat(one.sees("shopearly", FIRST)).isTrue();
        assertThat(one.sees("shoplate", FIRST)).isFalse();
        assertThat(one.worksForAll("shopgone")).isFalse();

        start();
        Shops two = start(FIRST, SECOND);
        assertThat(two.sees("shopearly", SECOND)).isTrue();
        assertThat(two.sees("shoplate", FIRST)).isFalse();
        assertThat(two.sees("shoplate", SECOND)).isFalse();
    }

    private void joins(String id) {
        accounts.open(new NewAccount(id, "T" + id, null, Set.of(StaffGroup.AGENTS)));
    }

    private Shops start(String... names) {
        Shops shops = new Shops(identity, asSystem, jdbc, wording, new DeskProperties(desk.publicUrl(), desk.language(), desk.zone(),
                Arrays.stream(names).map(name -> new Shop(name, null, null)).toList()));
        new ShopSetup(identity, shops, wording).ensure();
        return shops;
    }
}
