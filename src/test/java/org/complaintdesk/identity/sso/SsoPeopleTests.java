package org.complaintdesk.identity.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.complaintdesk.identity.Accounts;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.identity.StaffGroup;
import org.complaintdesk.platform.AsSystem;
import org.complaintdesk.support.DeskTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of a person whom the provider sends. */
@DeskTest
class SsoPeopleTests {

    private static final String ISSUER = "https://id.shop.example";

    @Autowired IdentityService identity;
    @Autowired AsSystem asSystem;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired Shops shops;
    @Autowired Accounts accounts;

    private String id;
    private String subject;

    @BeforeEach
    void somebody_new() {
        subject = UUID.randomUUID().toString();
        id = "sso." + subject.substring(0, 8);
    }

    @Test
    void a_person_becomes_a_user_whom_candidate_groups_and_mail_know_and_who_has_no_password() {
        assertThat(people(false).welcome(claims("艾米", "林", "amy@shop.example", StaffGroup.AGENTS))).isEqualTo(id);

        User amy = identity.createUserQuery().memberOfGroup("agents").userId(id).singleResult();
        assertThat(amy.getFirstName() + amy.getLastName() + amy.getEmail()).isEqualTo("艾米林amy@shop.example");
        assertThat(amy.getPassword()).isNull();
        assertThat(shops.worksForAll(id)).isTrue();
    }

    @Test
    void the_next_sign_in_brings_what_has_changed_and_leaves_what_the_provider_does_not_say() {
        people(false).welcome(claims("艾米", "林", "amy@shop.example", StaffGroup.AGENTS));
        identity.createMembership(id, StaffGroup.FINANCE.id());

        people(false).welcome(claims("", "", "", StaffGroup.SUPERVISORS));

        assertThat(groups()).contains("supervisors", "finance").doesNotContain("agents");
        assertThat(identity.createUserQuery().userId(id).singleResult().getFirstName()).isEqualTo("艾米");
    }

    @Test
    void a_person_keeps_the_user_also_under_a_new_name_at_the_provider() {
        people(false).welcome(claims("艾米", "林", "", StaffGroup.AGENTS));

        assertThat(people(false).welcome(new SsoClaims(ISSUER, subject, "another.name", "艾米", "王", "", Set.of(StaffGroup.AGENTS), null))).isEqualTo(id);
    }

    @Test
    void who_loses_the_last_group_is_refused_and_has_lost_it() {
        people(false).welcome(claims("艾米", "林", "", StaffGroup.AGENTS));

        assertThatThrownBy(() -> people(false).welcome(claims("艾米", "林", ""))).hasMessage("GROUP");

        assertThat(groups()).doesNotContain("agents");
    }

    @Test
    void who_was_let_go_is_refused_whatever_the_provider_says_and_nothing_is_given_back() {
        people(false).welcome(claims("艾米", "林", "", StaffGroup.AGENTS));
        shops.assign(id, false, List.of());
        accounts.close(id);

        assertThatThrownBy(() -> people(false).welcome(claims("艾米", "王", "", StaffGroup.AGENTS))).hasMessage("GROUP");

        assertThat(groups()).containsExactly(Accounts.LEFT);
        assertThat(identity.createUserQuery().userId(id).singleResult().getLastName()).isEqualTo("林");

        accounts.regroup(id, Set.of(StaffGroup.SUPERVISORS));
        assertThat(people(false).welcome(claims("艾米", "林", "", StaffGroup.AGENTS))).isEqualTo(id);
        assertThat(groups()).containsExactly("agents");
    }

    @Test
    void who_was_let_go_is_not_linked_to_the_provider_either() {
        identity.saveUser(identity.newUser(id));
        accounts.close(id);

        assertThatThrownBy(() -> people(true).welcome(claims("艾米", "林", "", StaffGroup.AGENTS))).hasMessage("GROUP");

        assertThat(jdbc.sql("select 1 from sso_person where user_id = ?").param(id).query().listOfRows()).isEmpty();
    }

    @Test
    void shops_that_the_provider_names_blind_nobody_as_long_as_the_desk_has_none() {
        people(false).welcome(new SsoClaims(ISSUER, subject, id, "艾米", "林", "", Set.of(StaffGroup.AGENTS), Set.of("旗舰店")));
        assertThat(shops.worksForAll(id)).isTrue();

        people(false).welcome(new SsoClaims(ISSUER, subject, id, "艾米", "林", "", Set.of(StaffGroup.AGENTS), Set.of("旗舰店")));
        assertThat(shops.worksForAll(id)).isTrue();
    }

    @Test
    void of_a_stranger_without_a_group_nothing_is_made() {
        assertThatThrownBy(() -> people(false).welcome(claims("某", "人", ""))).hasMessage("GROUP");

        assertThat(identity.createUserQuery().userId(id).count()).isZero();
    }

    @Test
    void a_user_of_the_same_name_is_someone_else_unless_the_installation_says_otherwise() {
        identity.saveUser(identity.newUser(id));

        assertThatThrownBy(() -> people(false).welcome(claims("艾米", "林", "", StaffGroup.AGENTS))).hasMessage("TAKEN");
        assertThat(people(true).welcome(claims("艾米", "林", "", StaffGroup.AGENTS))).isEqualTo(id);
        assertThatThrownBy(() -> people(true).welcome(new SsoClaims(ISSUER, "someone-else", id, "", "", "", Set.of(StaffGroup.AGENTS), null)))
                .hasMessage("TAKEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", "艾米", "a b", "../x", ".hidden", "x' or 1=1"})
    void what_is_no_user_id_is_refused(String name) {
        assertThatThrownBy(() -> people(false).welcome(new SsoClaims(ISSUER, subject, name, "", "", "", Set.of(StaffGroup.AGENTS), null)))
                .hasMessage("NAME");
    }

    private SsoClaims claims(String given, String family, String email, StaffGroup... groups) {
        return new SsoClaims(ISSUER, subject, id, given, family, email, Set.of(groups), null);
    }

    private List<String> groups() {
        return identity.createGroupQuery().groupMember(id).list().stream().map(Group::getId).toList();
    }

    private SsoPeople people(boolean linkExisting) {
        return new SsoPeople(identity, asSystem, jdbc, transaction, shops, new SsoProperties(ISSUER, "desk", "secret", Set.of("openid"), "preferred_username",
                "groups", Map.of(StaffGroup.AGENTS, List.of("kefu"), StaffGroup.SUPERVISORS, List.of("lead")), null, linkExisting, null));
    }
}
