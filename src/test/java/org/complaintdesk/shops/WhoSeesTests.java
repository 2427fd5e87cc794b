package org.complaintdesk.shops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.complaintdesk.support.TwoShopsTest.ELSEWHERE;
import static org.complaintdesk.support.TwoShopsTest.NORTH;
import static org.complaintdesk.support.TwoShopsTest.SOUTH;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.complaintdesk.identity.ShopScope;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.platform.InvalidInput;
import org.complaintdesk.support.TwoShopsTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TwoShopsTest
class WhoSeesTests {

    @Autowired
    private IdentityService identity;
    @Autowired
    private Shops shops;

    private Team team;

    @BeforeEach
    void people_of_two_shops() {
        team = new Team(identity, shops);
        team.gathers();
    }

    @AfterEach
    void go_home() {
        identity.clearAuthentication();
        team.leaves();
    }

    @Test
    void each_shop_of_the_settings_is_a_tenant_in_which_the_groups_that_see_all_are() {
        assertThat(shops.configured()).containsExactly(NORTH, SOUTH);
        assertThat(identity.createTenantQuery().tenantIdIn(NORTH, SOUTH).count()).isEqualTo(2);
        assertThat(identity.createGroupQuery().memberOfTenant(NORTH).list()).extracting("id")
                .containsExactlyInAnyOrder("all-shops", "managers", "finance", "warehouse", "camunda-admin");
    }

    @Test
    void agents_and_supervisors_see_their_own_shops() {
        ShopScope seen = shops.seenBy(Team.NORTHERN);

        assertThat(seen.all()).isFalse();
        assertThat(seen.includes(NORTH)).isTrue();
        assertThat(seen.includes(SOUTH)).isFalse();
        assertThat(seen.hidden()).containsExactly(SOUTH);
        assertThat(shops.seenBy(Team.SOUTHERN_LEAD).includes(NORTH)).isFalse();
    }

    @Test
    void what_is_about_no_shop_of_the_settings_is_seen_by_everyone() {
        assertThat(shops.seenBy(Team.NORTHERN).includes(ELSEWHERE)).isTrue();
        assertThat(shops.seenBy(Team.NORTHERN).includes(null)).isTrue();
        assertThat(shops.seenBy(Team.NOWHERE).includes(ELSEWHERE)).isTrue();
    }

    @Test
    void who_was_given_no_shop_sees_none() {
        assertThat(shops.seenBy(Team.NOWHERE).shops()).isEmpty();
        assertThat(shops.worksForAll(Team.NOWHERE)).isFalse();
        assertThat(shops.seenBy("nobody-at-all").includes(NORTH)).isFalse();
    }

    @Test
    void managers_finance_administrators_and_who_works_for_all_see_every_shop() {
        for (String person : List.of(Team.MANAGER, Team.FINANCE, Team.ADMIN, Team.EVERYWHERE)) {
            assertThat(shops.seenBy(person).all()).as(person).isTrue();
            assertThat(shops.seenBy(person).hidden()).as(person).isEmpty();
        }
        assertThat(shops.worksForAll(Team.EVERYWHERE)).isTrue();
    }

    @Test
    void the_system_sees_every_shop() {
        assertThat(shops.seenNow().all()).isTrue();
    }

    @Test
    void shops_are_given_and_taken() {
        shops.assign(Team.NOWHERE, false, List.of(SOUTH, NORTH, NORTH));
        assertThat(shops.of(Team.NOWHERE)).containsExactly(NORTH, SOUTH);

        shops.assign(Team.NOWHERE, true, List.of(SOUTH));
        assertThat(shops.of(Team.NOWHERE)).containsExactly(SOUTH);
        assertThat(shops.worksForAll(Team.NOWHERE)).isTrue();

        shops.assign(Team.NOWHERE, false, List.of());
        assertThat(shops.of(Team.NOWHERE)).isEmpty();
        assertThat(shops.worksForAll(Team.NOWHERE)).isFalse();
    }

    @Test
    void a_shop_that_is_not_in_the_settings_cannot_be_given() {
        assertThatThrownBy(() -> shops.assign(Team.NOWHERE, false, List.of(ELSEWHERE))).isInstanceOf(InvalidInput.class)
                .hasMessage("没有设置“路边小店”这家店铺。");
    }

    @Test
    void work_of_a_shop_is_for_those_of_the_group_who_see_it() {
        assertThat(shops.peopleFor("agents", NORTH)).contains(Team.NORTHERN, Team.EVERYWHERE)
                .doesNotContain(Team.SOUTHERN, Team.NOWHERE);
        assertThat(shops.peopleFor("agents", ELSEWHERE)).contains(Team.NORTHERN, Team.SOUTHERN, Team.NOWHERE);
        assertThat(shops.peopleFor("managers", NORTH)).contains(Team.MANAGER);
    }
}
