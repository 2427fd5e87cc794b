package org.complaintdesk.identity.sso;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.complaintdesk.identity.Accounts;
import org.complaintdesk.identity.Shops;
import org.complaintdesk.identity.StaffGroup;
import org.complaintdesk.identity.sso.SsoRefused.Why;
import org.complaintdesk.platform.AsSystem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a person of the provider a user of the engine and keeps name, address, groups and shops as the provider says, so
 * that candidate groups, Tasklist, the roster and mail know them like anyone else. Such a user has no password.
 */
@Component
class SsoPeople {

    private static final Logger LOG = LoggerFactory.getLogger(SsoPeople.class);
    private static final Pattern ID = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._@-]{0,63}");
    private static final Set<String> OURS = Set.copyOf(Stream.of(StaffGroup.values()).map(StaffGroup::id).toList());
    private static final String ALL_SHOPS = "*";

    private final IdentityService identity;
    private final AsSystem asSystem;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Shops shops;
    private final SsoProperties settings;

    SsoPeople(IdentityService identity, AsSystem asSystem, JdbcClient jdbc, TransactionTemplate transaction, Shops shops, SsoProperties settings) {
        this.identity = identity;
        this.asSystem = asSystem;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.shops = shops;
        this.settings = settings;
    }

    /**
     * @return the user id
     * @throws SsoRefused when the person does not work here, or not any more; what was taken from them before that stays taken
     */
    String welcome(SsoClaims claims) {
        String user = transaction.execute(status -> asSystem.call(() -> update(claims)));
        if (groups(user).stream().noneMatch(OURS::contains)) {
            throw new SsoRefused(Why.GROUP);
        }
        return user;
    }

    private String update(SsoClaims claims) {
        Optional<String> known = jdbc.sql("select user_id from sso_person where issuer = ? and subject = ?")
                .params(claims.issuer(), claims.subject()).query(String.class).optional();
        String id = known.orElse(claims.user());
        User person = known.isEmpty() && !ID.matcher(id).matches() ? refuse(Why.NAME)
                : identity.createUserQuery().userId(id).singleResult();
        boolean isNew = person == null;
        // The provider may not know yet, or be somebody else's: who was let go here comes back through /people only.
        if (!isNew && groups(id).contains(Accounts.LEFT)) {
            throw new SsoRefused(Why.GROUP);
        }
        if (known.isEmpty()) {
            link(claims, id, isNew);
        }
        if (isNew) {
            person = identity.newUser(id);
        }
        describe(person, claims, isNew);
        joinGroups(id, claims);
        assignShops(id, claims, isNew);
        return id;
    }

    private void link(SsoClaims claims, String id, boolean isNew) {
        if (isNew && claims.groups().isEmpty()) {
            throw new SsoRefused(Why.GROUP);
        }
        boolean linked = jdbc.sql("select 1 from sso_person where user_id = ?").param(id).query().optionalValue().isPresent();
        if (linked || !isNew && !settings.linkExisting()) {
            throw new SsoRefused(Why.TAKEN);
        }
        jdbc.sql("insert into sso_person (issuer, subject, user_id) values (?, ?, ?)").params(claims.issuer(), claims.subject(), id).update();
    }

    private void describe(User person, SsoClaims claims, boolean isNew) {
        boolean named = !claims.given().isEmpty() || !claims.family().isEmpty();
        boolean same = (!named || claims.given().equals(person.getFirstName()) && claims.family().equals(person.getLastName()))
                && (claims.email().isEmpty() || Objects.equals(claims.email(), person.getEmail()));
        if (isNew || !same) {
            if (named || isNew) {
                person.setFirstName(named ? claims.given() : person.getId());
                person.setLastName(claims.family());
            }
            if (!claims.email().isEmpty()) {
                person.setEmail(claims.email());
            }
            identity.saveUser(person);
        }
    }

    private void joinGroups(String id, SsoClaims claims) {
        List<String> before = groups(id);
        settings.groups().keySet().forEach(group -> {
            boolean member = before.contains(group.id());
            if (claims.groups().contains(group) && !member) {
                identity.createMembership(id, group.id());
            } else if (!claims.groups().contains(group) && member) {
                identity.deleteMembership(id, group.id());
            }
        });
    }

    private void assignShops(String id, SsoClaims claims, boolean isNew) {
        if (claims.shops() != null && !shops.configured().isEmpty()) {
            Set<String> ours = new HashSet<>(claims.shops());
            ours.retainAll(shops.configured());
            if (ours.size() < claims.shops().size() - (claims.shops().contains(ALL_SHOPS) ? 1 : 0)) {
                LOG.warn("The provider names shops for {} that are not in the settings: {}", id, claims.shops());
            }
            shops.assign(id, claims.shops().contains(ALL_SHOPS), ours);
        } else if (isNew) {
            shops.assign(id, true, List.of());
        }
    }

    private List<String> groups(String user) {
        return asSystem.call(() -> identity.createGroupQuery().groupMember(user).list().stream().map(Group::getId).toList());
    }

    private static User refuse(Why why) {
        throw new SsoRefused(why);
    }
}
