package org.complaintdesk.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.complaintdesk.identity.Account;
import org.complaintdesk.identity.ShopScope;
import org.complaintdesk.identity.StaffGroup;
import org.junit.jupiter.api.Test;

class ViewerTests {

    private static final Set<String> CONFIGURED = Set.of("东店", "西店");

    private final Viewer east = new Viewer(person("sue", StaffGroup.SUPERVISORS, "东店"), new ShopScope(false, Set.of("东店"), CONFIGURED));
    private final Viewer manager = new Viewer(person("max", StaffGroup.MANAGERS), new ShopScope(true, CONFIGURED, CONFIGURED));
    private final Viewer admin = new Viewer(person("root", StaffGroup.ADMINISTRATORS), new ShopScope(true, CONFIGURED, CONFIGURED));

    @Test
    void a_supervisor_leads_the_people_of_the_own_shops_and_others_are_not_there() {
        Account own = person("amy", StaffGroup.AGENTS, "东店");
        Account both = person("ben", StaffGroup.AGENTS, "东店", "西店");
        Account other = person("cho", StaffGroup.AGENTS, "西店");

        assertThat(List.of(own, both)).allMatch(east::sees).allMatch(east::leads);
        assertThat(east.sees(other)).isFalse();
        assertThat(east.leads(other)).isFalse();
    }

    @Test
    void people_of_all_shops_are_everybodys() {
        assertThat(east.leads(person("fay", StaffGroup.FINANCE))).isTrue();
        assertThat(east.leads(new Account("dee", "D", null, Set.of(StaffGroup.AGENTS), true, List.of(), false))).isTrue();
    }

    @Test
    void a_supervisor_does_not_lead_managers_and_administrators() {
        assertThat(east.sees(person("max", StaffGroup.MANAGERS))).isTrue();
        assertThat(east.leads(person("max", StaffGroup.MANAGERS))).isFalse();
        assertThat(east.leads(person("root", StaffGroup.ADMINISTRATORS))).isFalse();
    }

    @Test
    void somebody_without_a_shop_is_seen_by_who_sees_all_shops() {
        Account lost = person("new", StaffGroup.AGENTS);

        assertThat(lost.seesNoShop()).isTrue();
        assertThat(east.sees(lost)).isFalse();
        assertThat(manager.sees(lost)).isTrue();
        assertThat(admin.leads(lost)).isTrue();
    }

    @Test
    void a_manager_reads_and_an_administrator_does() {
        Account amy = person("amy", StaffGroup.AGENTS, "西店");

        assertThat(manager.sees(amy)).isTrue();
        assertThat(manager.leads(amy)).isFalse();
        assertThat(manager.administers()).isFalse();
        assertThat(admin.leads(amy)).isTrue();
        assertThat(admin.administers()).isTrue();
    }

    private static Account person(String id, StaffGroup group, String... shops) {
        return new Account(id, id, null, Set.of(group), false, List.of(shops), false);
    }
}
